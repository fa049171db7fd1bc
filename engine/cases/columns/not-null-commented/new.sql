CREATE TABLE accounts (id int, owner text CONSTRAINT owner_known NOT NULL, mail text NOT NULL);
COMMENT ON CONSTRAINT accounts_mail_not_null ON accounts IS 'we write to them';

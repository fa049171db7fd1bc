CREATE TABLE accounts (id int, owner text CONSTRAINT owner_known NOT NULL, mail text NOT NULL);
COMMENT ON CONSTRAINT owner_known ON accounts IS 'since the audit';

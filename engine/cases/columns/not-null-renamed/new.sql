CREATE TABLE accounts (id int, owner text CONSTRAINT owner_must_be_known NOT NULL);

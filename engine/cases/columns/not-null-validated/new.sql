CREATE TABLE accounts (id int, owner text CONSTRAINT owner_known NOT NULL);

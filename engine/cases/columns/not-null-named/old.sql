CREATE TABLE accounts (id int, owner text CONSTRAINT owner_is_known NOT NULL, note text NOT NULL, mail text);

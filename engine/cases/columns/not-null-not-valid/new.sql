CREATE TABLE accounts (id int, owner text);
ALTER TABLE accounts ADD CONSTRAINT owner_known NOT NULL owner NOT VALID;

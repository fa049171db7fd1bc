CREATE TABLE documents (id int, title text COMPRESSION pglz, body text, raw bytea);
ALTER TABLE documents ALTER COLUMN title SET STORAGE MAIN;
ALTER TABLE documents ALTER COLUMN raw SET STORAGE PLAIN;

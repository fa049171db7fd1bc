CREATE TABLE documents (id int, title text, body text, raw bytea);
ALTER TABLE documents ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE documents ALTER COLUMN raw SET STORAGE MAIN, ALTER COLUMN raw SET COMPRESSION pglz;

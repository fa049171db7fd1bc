CREATE TABLE documents (id int, body text);
ALTER TABLE documents ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE SCHEMA archive;
CREATE TABLE visits (id integer PRIMARY KEY, day date NOT NULL);

CREATE SCHEMA archive;
CREATE TABLE visits (id integer PRIMARY KEY, day timestamp NOT NULL);
CREATE TABLE archive.visits (day date NOT NULL);
CREATE TABLE archived () INHERITS (archive.visits);

CREATE TABLE people (a integer, b varchar(9), d timestamp);
CREATE TABLE places (a bigint, b text, e text NOT NULL);
CREATE TABLE notes (own integer) INHERITS (places);

CREATE TABLE people (a integer, b text, d date);
CREATE TABLE places (a integer, b text);
CREATE TABLE notes (own integer) INHERITS (people);

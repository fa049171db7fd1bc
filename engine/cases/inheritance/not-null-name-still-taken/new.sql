CREATE TABLE animals (id integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE cats (lives integer) INHERITS (animals);

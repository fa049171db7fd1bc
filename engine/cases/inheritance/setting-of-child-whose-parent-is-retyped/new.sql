CREATE SCHEMA s;
CREATE TABLE s.item (id integer, t text COMPRESSION pglz);
CREATE TABLE kid (own integer) INHERITS (s.item);

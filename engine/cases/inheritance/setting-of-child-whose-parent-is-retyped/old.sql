CREATE SCHEMA s;
CREATE TABLE s.item (id integer, t text COLLATE "C");
CREATE TABLE kid (own integer) INHERITS (s.item);

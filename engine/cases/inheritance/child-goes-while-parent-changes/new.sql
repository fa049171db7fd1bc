CREATE TABLE base (id integer PRIMARY KEY, t integer DEFAULT 1, n integer);
CREATE TABLE fresh (own integer) INHERITS (base);

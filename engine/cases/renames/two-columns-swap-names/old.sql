CREATE TABLE t (id int PRIMARY KEY, a text, b text, CHECK (a <> ''));
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE v (id int PRIMARY KEY, u int REFERENCES u);
CREATE VIEW w AS SELECT a, b FROM t;

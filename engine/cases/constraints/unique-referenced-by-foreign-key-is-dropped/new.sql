CREATE TABLE t (id int PRIMARY KEY, code text);
CREATE TABLE u (code text);

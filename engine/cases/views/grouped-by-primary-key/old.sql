CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE TABLE u (t_id int);

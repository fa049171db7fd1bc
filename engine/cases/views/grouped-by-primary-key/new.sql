CREATE TABLE t (id int PRIMARY KEY, name text);
CREATE TABLE u (t_id int);
CREATE VIEW counts AS SELECT t.id, t.name, count(u.*) FROM t LEFT JOIN u ON u.t_id = t.id GROUP BY t.id;

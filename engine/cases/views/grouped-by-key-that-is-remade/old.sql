CREATE TABLE t (id int, name text, CONSTRAINT t_key PRIMARY KEY (id));
CREATE VIEW counts AS SELECT id, name, count(*) FROM t GROUP BY id;

CREATE TABLE t (id int PRIMARY KEY, state text);
CREATE VIEW v AS SELECT id, state FROM t;

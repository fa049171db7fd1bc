CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a AS y, b::text AS b FROM t;

CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT a, c FROM t;
CREATE VIEW w AS SELECT c FROM v;
COMMENT ON VIEW v IS 'narrow';
COMMENT ON COLUMN v.c IS 'third';

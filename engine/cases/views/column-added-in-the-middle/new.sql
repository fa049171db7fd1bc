CREATE TABLE t (a int, b int, c int);
CREATE VIEW v AS SELECT a, b, c FROM t;
CREATE VIEW w AS SELECT c FROM v;
COMMENT ON VIEW v IS 'wide';
COMMENT ON COLUMN v.c IS 'third';

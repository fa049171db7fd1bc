CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (ndistinct, mcv) ON a, b, c FROM t;
CREATE STATISTICS x ON (lower(c)) FROM t;
CREATE STATISTICS y (dependencies, ndistinct) ON a, (b + 1) FROM t;
ALTER STATISTICS s SET STATISTICS 400;
COMMENT ON STATISTICS s IS 'related';

CREATE SCHEMA stats;
CREATE TABLE t (a int, b int);
CREATE STATISTICS stats.s ON a, b FROM t;

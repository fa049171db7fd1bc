CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS s (ndistinct) ON a, b FROM t;

CREATE SCHEMA stats;
CREATE TABLE t (a int, b int);

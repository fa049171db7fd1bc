CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t WHERE a > 0;
CREATE TABLE log (entry v, note v[]);

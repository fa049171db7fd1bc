CREATE TABLE p (a int, b int);
CREATE TABLE c (x int) INHERITS (p);
CREATE TABLE d () INHERITS (c);
CREATE VIEW v AS SELECT b, x FROM c;
CREATE INDEX d_b_idx ON d (b);

CREATE TABLE t (a text, b varchar);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b COLLATE "C");

CREATE TABLE t (a int NOT NULL, b text, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE INDEX t_b_idx ON t (b);
CREATE TABLE part (a int NOT NULL, b text);

CREATE TABLE t (a int NOT NULL, b text, c date) PARTITION BY LIST (a);
CREATE TABLE part (c date, b text, a int NOT NULL);
ALTER TABLE t ATTACH PARTITION part FOR VALUES IN (1);

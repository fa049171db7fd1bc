CREATE TABLE t (id int NOT NULL, code uuid PRIMARY KEY);

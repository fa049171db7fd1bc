CREATE TABLE t (id int PRIMARY KEY, code uuid NOT NULL);

CREATE TABLE owners (id int PRIMARY KEY);
CREATE TABLE t (a int, owner_id int, PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE lines (id int, t_a int);

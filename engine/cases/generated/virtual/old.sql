CREATE TABLE lines (id int PRIMARY KEY, q int, p int);

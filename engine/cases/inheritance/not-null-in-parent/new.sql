CREATE TABLE p (a int NOT NULL, b int);
CREATE TABLE c (x int) INHERITS (p);

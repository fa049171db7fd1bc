CREATE TABLE a (x int);
CREATE TABLE b (x int, y int);
CREATE TABLE c (z int) INHERITS (a, b);

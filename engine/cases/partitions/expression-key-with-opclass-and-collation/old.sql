CREATE TABLE base (x int);

CREATE TABLE p (a int, b int GENERATED ALWAYS AS (a * 3) STORED, d int);
CREATE TABLE c (x int) INHERITS (p);

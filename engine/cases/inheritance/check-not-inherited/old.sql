CREATE TABLE p (a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE c (x int) INHERITS (p);

CREATE TABLE p (a int);
CREATE TABLE c (x int, CONSTRAINT positive CHECK (a > 0)) INHERITS (p);

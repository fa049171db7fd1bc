CREATE TABLE t (a int, b int, CONSTRAINT range CHECK (a BETWEEN 0 AND 100 AND b <> a));

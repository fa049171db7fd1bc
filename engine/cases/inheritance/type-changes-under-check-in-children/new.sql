CREATE TABLE p (a bigint, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE c (x int) INHERITS (p);
CREATE INDEX c_a_idx ON c (a);
CREATE VIEW v AS SELECT a FROM c;

CREATE DOMAIN positive AS int;
ALTER DOMAIN positive ADD CONSTRAINT above_zero CHECK (VALUE > 0) NOT VALID;
CREATE TABLE t (a positive);

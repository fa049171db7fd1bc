CREATE DOMAIN positive AS int CONSTRAINT above_zero CHECK (VALUE > 0);
COMMENT ON CONSTRAINT above_zero ON DOMAIN positive IS 'counts';
COMMENT ON DOMAIN positive IS 'a count';
CREATE TABLE t (a positive);

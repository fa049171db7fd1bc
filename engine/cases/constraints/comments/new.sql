CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 1), b int CONSTRAINT b_once UNIQUE);
COMMENT ON CONSTRAINT positive ON t IS 'more than one';
COMMENT ON CONSTRAINT b_once ON t IS 'once';

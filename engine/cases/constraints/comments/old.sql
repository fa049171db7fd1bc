CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0), b int CONSTRAINT b_once UNIQUE);
COMMENT ON CONSTRAINT positive ON t IS 'never zero';
COMMENT ON INDEX b_once IS 'the index behind';

CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS 'one';
COMMENT ON COLUMN t.a IS 'a';

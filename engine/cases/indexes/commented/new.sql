CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (b);
COMMENT ON INDEX i IS 'for reports';
CREATE INDEX j ON t (a, b);
COMMENT ON INDEX j IS 'both';

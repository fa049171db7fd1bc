CREATE TABLE t (id int PRIMARY KEY, a numeric);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON VIEW v IS 'a view';
COMMENT ON COLUMN v.a IS 'a column of it';
CREATE FUNCTION f(v) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION f(v) IS 'of the view';
CREATE POLICY p ON t USING (a > 0::numeric);
COMMENT ON POLICY p ON t IS 'a policy';

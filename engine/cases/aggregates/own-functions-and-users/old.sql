CREATE FUNCTION add(state numeric, x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT state + x $$;
CREATE AGGREGATE total(numeric) (SFUNC = add, STYPE = numeric, INITCOND = '0');
CREATE TABLE t (a numeric);
CREATE VIEW v AS SELECT total(a) FROM t;

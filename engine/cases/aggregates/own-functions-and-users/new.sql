CREATE FUNCTION add(state numeric, x numeric, y numeric DEFAULT 0) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT state + x + y $$;
CREATE FUNCTION add2(state numeric, x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT state + x $$;
CREATE AGGREGATE total(numeric) (SFUNC = add2, STYPE = numeric, INITCOND = '0');
CREATE TABLE t (a numeric);
CREATE VIEW v AS SELECT total(a) FROM t;

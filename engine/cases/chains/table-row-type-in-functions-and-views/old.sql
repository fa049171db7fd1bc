CREATE TABLE t (id int, a int);
CREATE FUNCTION label(t) RETURNS text LANGUAGE sql STABLE AS $$ SELECT $1.a::text $$;
CREATE VIEW v AS SELECT t.label FROM t;
CREATE FUNCTION pack() RETURNS t[] LANGUAGE sql AS $$ SELECT array_agg(t) FROM t $$;

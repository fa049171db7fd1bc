CREATE FUNCTION summary(anyelement) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x'::text $$;
CREATE TABLE t (a int, b text);

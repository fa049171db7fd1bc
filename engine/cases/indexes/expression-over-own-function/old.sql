CREATE FUNCTION normal(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) $$;
CREATE TABLE t (name text);
CREATE INDEX i ON t (normal(name));

CREATE FUNCTION normal(t text, form text DEFAULT 'x') RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) || form $$;
CREATE TABLE t (name text);
CREATE INDEX i ON t (normal(name));

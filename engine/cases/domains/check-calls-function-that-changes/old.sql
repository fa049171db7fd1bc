CREATE FUNCTION is_ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> '' $$;
CREATE DOMAIN ok AS text CHECK (is_ok(VALUE));
CREATE TABLE t (a ok);

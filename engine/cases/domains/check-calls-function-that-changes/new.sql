CREATE FUNCTION is_ok(t text, strict boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t <> '' OR strict $$;
CREATE DOMAIN ok AS text CHECK (is_ok(VALUE, true));
CREATE TABLE t (a ok);

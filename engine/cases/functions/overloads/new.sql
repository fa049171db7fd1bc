CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS $$ SELECT upper(a) $$;
CREATE FUNCTION f(a bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION f(a int[], VARIADIC b text[]) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION f(bigint) IS 'big';

CREATE FUNCTION base() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;
CREATE FUNCTION f(a bigint DEFAULT base()) RETURNS bigint LANGUAGE sql AS $$ SELECT a $$;

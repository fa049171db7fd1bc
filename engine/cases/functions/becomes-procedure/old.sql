CREATE FUNCTION clean(days int) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;

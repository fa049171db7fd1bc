CREATE PROCEDURE clean(days int) LANGUAGE sql AS $$ SELECT 1 $$;

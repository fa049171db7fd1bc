CREATE TYPE entry AS (w text);
CREATE FUNCTION f(entry) RETURNS text LANGUAGE sql AS $$ SELECT $1.w $$;

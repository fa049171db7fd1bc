CREATE FUNCTION next_code(prefix text) RETURNS text LANGUAGE sql AS $$ SELECT prefix || '1' $$;
CREATE TABLE codes (id int, code text DEFAULT next_code('A'));

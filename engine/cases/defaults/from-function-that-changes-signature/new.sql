CREATE FUNCTION next_code(prefix text, width int) RETURNS text LANGUAGE sql AS $$ SELECT lpad(prefix, width, '0') $$;
CREATE TABLE codes (id int, code text DEFAULT next_code('A', 8));

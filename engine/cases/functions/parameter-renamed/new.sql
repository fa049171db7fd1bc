CREATE FUNCTION f(x int, b text) RETURNS int LANGUAGE sql AS $$ SELECT x $$;
CREATE VIEW v AS SELECT f(1, 'x');

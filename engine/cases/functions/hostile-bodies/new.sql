CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $outer$ SELECT $$dollars$$ || E'\\' || '$function$' || ';' /* ; */ $outer$;
CREATE FUNCTION "Weird Name"("Arg One" int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT $1';

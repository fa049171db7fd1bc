CREATE SCHEMA fresh;
CREATE TABLE fresh.t (id serial PRIMARY KEY, a text, b int DEFAULT 3);
CREATE FUNCTION fresh.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;

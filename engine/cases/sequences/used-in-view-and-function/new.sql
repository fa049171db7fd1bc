CREATE SEQUENCE s INCREMENT 2;
CREATE VIEW v AS SELECT last_value, is_called FROM s;
CREATE FUNCTION next_s() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('s') $$;

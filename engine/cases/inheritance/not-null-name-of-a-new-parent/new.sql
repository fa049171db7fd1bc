CREATE FUNCTION shout(v text) RETURNS text LANGUAGE sql IMMUTABLE RETURN upper(v);
CREATE TABLE base (id bigint NOT NULL, t text DEFAULT shout('x'));
CREATE TABLE kid (own integer) INHERITS (base);

CREATE DOMAIN amount AS integer CHECK (VALUE >= 0);
CREATE TABLE a (id integer, n integer GENERATED ALWAYS AS (length(t)) STORED, t text);

CREATE DOMAIN amount AS integer CHECK (VALUE >= 0);
CREATE TABLE a (id integer, n amount, t text);

CREATE DOMAIN amount AS integer;
CREATE TYPE price AS (value amount, currency text);
CREATE TABLE baskets (id integer PRIMARY KEY, parts amount[] NOT NULL, total price);

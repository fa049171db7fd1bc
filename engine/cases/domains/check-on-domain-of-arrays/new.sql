CREATE DOMAIN amount AS integer NOT NULL CHECK (VALUE >= 0);
CREATE TYPE price AS (value amount, currency text);
CREATE TABLE baskets (id integer PRIMARY KEY, parts amount[] NOT NULL, total price);

CREATE UNLOGGED TABLE cache (id serial PRIMARY KEY, body text UNIQUE);

CREATE TYPE pair AS (x integer, y text);
CREATE TABLE points (id integer PRIMARY KEY, at pair, beside pair);

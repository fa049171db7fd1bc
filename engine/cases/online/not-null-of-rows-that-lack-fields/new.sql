CREATE TYPE pair AS (x integer, y text);
CREATE TABLE points (id integer PRIMARY KEY, at pair NOT NULL, beside pair NOT NULL,
  moved pair NOT NULL DEFAULT ROW(random(), NULL)::pair);
CREATE UNIQUE INDEX points_at ON points (at);

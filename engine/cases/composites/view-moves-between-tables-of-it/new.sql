CREATE TYPE pair AS (x integer, y text, z date);
CREATE TABLE thing (id integer NOT NULL, p pair NOT NULL DEFAULT ROW(1, 'x', NULL));
CREATE VIEW v AS SELECT id, p FROM thing;

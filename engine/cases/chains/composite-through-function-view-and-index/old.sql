CREATE TYPE point2 AS (x int, y int);
CREATE FUNCTION norm(p point2) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT p.x + p.y $$;
CREATE TABLE t (id int, p point2);
CREATE INDEX t_norm ON t (norm(p));
CREATE VIEW v AS SELECT id, (p).x AS x, norm(p) AS n FROM t;

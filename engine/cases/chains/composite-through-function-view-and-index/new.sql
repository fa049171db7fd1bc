CREATE TYPE point2 AS (x int, y int, z int);
CREATE FUNCTION norm(p point2) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT p.x + p.y + p.z $$;
CREATE TABLE t (id int, p point2);
CREATE INDEX t_norm ON t (norm(p));
CREATE VIEW v AS SELECT id, (p).z AS x, norm(p) AS n FROM t;

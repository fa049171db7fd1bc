CREATE TYPE pair AS (y text, x int);
CREATE TABLE t (id int, p pair);

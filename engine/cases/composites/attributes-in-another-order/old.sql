CREATE TYPE pair AS (x int, y text);
CREATE TABLE t (id int, p pair);

CREATE TYPE pair AS (x int, y int);
COMMENT ON COLUMN pair.x IS 'the first';
COMMENT ON COLUMN pair.y IS 'the second';

CREATE TYPE pair AS (x int, y int);
COMMENT ON TYPE pair IS 'two';
COMMENT ON COLUMN pair.x IS 'first';

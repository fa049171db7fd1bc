CREATE SCHEMA app;
CREATE TYPE app.pair AS (x int, y text);
CREATE TABLE app.a OF app.pair (x WITH OPTIONS NOT NULL DEFAULT 3, PRIMARY KEY (x));
COMMENT ON COLUMN app.a.y IS 'why';

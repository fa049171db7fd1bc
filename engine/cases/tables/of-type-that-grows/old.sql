CREATE TYPE pair AS (x int, y text);
CREATE TABLE a OF pair;

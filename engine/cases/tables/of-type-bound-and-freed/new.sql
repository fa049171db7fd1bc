CREATE TYPE pair AS (x int, y text);
CREATE TABLE a OF pair;
CREATE TABLE b (x int, y text);

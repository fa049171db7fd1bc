CREATE TYPE pair AS (x int, y text);
CREATE TABLE a (x int, y text);
CREATE TABLE b OF pair;

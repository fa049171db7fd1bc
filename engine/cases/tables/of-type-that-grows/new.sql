CREATE TYPE pair AS (x int, y text, z date);
CREATE TABLE a OF pair;

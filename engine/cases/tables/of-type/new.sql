CREATE TYPE point3 AS (x int, y int, z int);
CREATE TABLE points OF point3 (PRIMARY KEY (x, y), z WITH OPTIONS DEFAULT 0, CHECK (z >= 0));

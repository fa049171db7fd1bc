CREATE TYPE thing AS ENUM ('a');
CREATE TABLE t (x thing);

CREATE TYPE span AS RANGE (SUBTYPE = integer);
CREATE TABLE t (id integer PRIMARY KEY, a int4range, b int4range, c uuid, d interval day to second);

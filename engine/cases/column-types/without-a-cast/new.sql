CREATE TYPE span AS RANGE (SUBTYPE = integer);
CREATE TABLE t (id integer PRIMARY KEY, a int8range, b span, c bytea, d time);

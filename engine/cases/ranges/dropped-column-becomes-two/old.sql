CREATE TYPE year_range AS RANGE (SUBTYPE = int4);
CREATE TABLE t (id int, years year_range);

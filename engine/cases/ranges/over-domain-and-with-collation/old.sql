CREATE DOMAIN code AS text;
CREATE TYPE code_range AS RANGE (SUBTYPE = text, COLLATION = "C");
CREATE TABLE t (r code_range);

CREATE DOMAIN code AS text;
CREATE TYPE code_range AS RANGE (SUBTYPE = text, COLLATION = "POSIX", SUBTYPE_OPCLASS = text_pattern_ops);
CREATE TABLE t (r code_range);

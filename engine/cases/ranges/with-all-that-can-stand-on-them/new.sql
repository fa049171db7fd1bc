CREATE FUNCTION float_distance(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT a - b $$;
CREATE TYPE float_range AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float_distance);
CREATE TABLE t (id int, r float_range DEFAULT '[0,1]', m float_multirange, rs float_range[], EXCLUDE USING gist (r WITH &&));
CREATE INDEX t_r_idx ON t USING gist (r);
CREATE FUNCTION width(float_range) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) - lower($1) $$;
CREATE VIEW wide AS SELECT id FROM t WHERE width(r) > 10;

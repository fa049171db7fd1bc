CREATE FUNCTION d2(a float8, b float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT (a - b) * 2 $$;
CREATE TYPE fr AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = d2, MULTIRANGE_TYPE_NAME = frs);
CREATE TABLE t (id int, r fr DEFAULT '[0,1]', m frs);
CREATE FUNCTION w(fr) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT upper($1) - lower($1) $$;
CREATE VIEW v AS SELECT id, w(r) FROM t;
CREATE INDEX t_r_idx ON t USING gist (r);

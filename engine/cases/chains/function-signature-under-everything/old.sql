CREATE FUNCTION score(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT a * 2 $$;
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT score(1), s int GENERATED ALWAYS AS (score(a)) STORED, CONSTRAINT good CHECK (score(a) > 0));
CREATE INDEX t_score ON t (score(a));
CREATE POLICY p ON t USING (score(a) > 1);
CREATE VIEW v AS SELECT id, score(a) AS s FROM t;
CREATE VIEW w AS SELECT score(s) FROM v;
CREATE DOMAIN good_int AS int CHECK (score(VALUE) > 0);
CREATE TABLE u (g good_int);

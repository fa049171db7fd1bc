CREATE FUNCTION zone_point(int, int) RETURNS point LANGUAGE sql IMMUTABLE AS 'SELECT point($1, $2)';
CREATE FUNCTION area(int, int) RETURNS box LANGUAGE sql IMMUTABLE AS 'SELECT box(public.zone_point(0, $1), public.zone_point($2, 5000))';
CREATE FUNCTION zone_rank(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN $1 + 1; END';
CREATE FUNCTION is_ranked(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT public.zone_rank($1) > 0';
CREATE TABLE places (id int PRIMARY KEY, low int CONSTRAINT ranked CHECK (is_ranked(low)), high int,
  rank int GENERATED ALWAYS AS (CASE WHEN is_ranked(high) THEN high END) STORED);
CREATE INDEX areas ON places USING gist (area(low, high));
CREATE VIEW ranked_places AS SELECT id FROM places WHERE is_ranked(low);
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS ranked FROM ranked_places;

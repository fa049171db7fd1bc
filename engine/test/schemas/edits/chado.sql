-- ## a column under 1800 views has a clearer name
-- forward: rename:public.feature.uniquename=unique_name
-- backward: rename:public.feature.unique_name=uniquename
ALTER TABLE feature RENAME uniquename TO unique_name;

-- ## a table under 1800 views has one more column and a rule
ALTER TABLE feature ADD sequenced_at date, ADD CONSTRAINT feature_seqlen CHECK (seqlen >= 0);
CREATE INDEX feature_by_day ON feature (sequenced_at) WHERE NOT is_obsolete;

-- ## a view goes, another is kept
DROP VIEW so.gene CASCADE;
CREATE MATERIALIZED VIEW so.gene AS SELECT feature_id AS gene_id, name FROM feature WHERE NOT is_obsolete;
CREATE UNIQUE INDEX ON so.gene (gene_id);

-- ## a schema has another name
-- forward: rename:genetic_code=codes
-- backward: rename:codes=genetic_code
ALTER SCHEMA genetic_code RENAME TO codes;

-- ## a term has another type, under its views
SELECT pg_temp.under_views('featureloc', 'ALTER TABLE featureloc ALTER phase TYPE bigint, ALTER strand SET DEFAULT 1');

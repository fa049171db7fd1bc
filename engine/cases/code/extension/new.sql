create extension citext; create table t (a citext); create extension pg_trgm; create index on t using gin (a gin_trgm_ops);

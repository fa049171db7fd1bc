CREATE TABLE t (id int, name text, tags text[], place point, during int4range, at date, doc jsonb);
CREATE INDEX t_btree ON t (id DESC NULLS LAST, name);
CREATE INDEX t_hash ON t USING hash (name);
CREATE INDEX t_gin ON t USING gin (tags);
CREATE INDEX t_gin_json ON t USING gin (doc jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX t_gist ON t USING gist (place, during);
CREATE INDEX t_spgist ON t USING spgist (name);
CREATE INDEX t_brin ON t USING brin (at date_minmax_multi_ops, id) WITH (pages_per_range = 32, autosummarize = on);

CREATE TABLE t (id int, body text) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_threshold = 500);

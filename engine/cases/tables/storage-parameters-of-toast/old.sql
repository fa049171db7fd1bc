CREATE TABLE t (id int, body text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);

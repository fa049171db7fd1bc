create table t (id int, b text) with (fillfactor=70, autovacuum_enabled=false);

CREATE TABLE t (id int, note text, PRIMARY KEY (id) INCLUDE (note) WITH (fillfactor = 60));

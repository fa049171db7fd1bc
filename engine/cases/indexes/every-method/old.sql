CREATE TABLE t (id int, name text, tags text[], place point, during int4range, at date, doc jsonb);

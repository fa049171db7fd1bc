CREATE TABLE t (id int, a text, b text DEFAULT '', c text DEFAULT 'NULL');

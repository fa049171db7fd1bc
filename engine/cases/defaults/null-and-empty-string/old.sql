CREATE TABLE t (id int, a text DEFAULT '', b text DEFAULT NULL, c text);

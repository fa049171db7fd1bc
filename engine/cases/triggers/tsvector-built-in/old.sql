CREATE TABLE t (a text, b tsvector);

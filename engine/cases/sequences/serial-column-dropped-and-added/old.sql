CREATE TABLE t (a text, n serial);

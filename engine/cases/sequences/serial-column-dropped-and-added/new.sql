CREATE TABLE t (a text, m bigserial NOT NULL);

CREATE TABLE t (a int UNIQUE, b int);
CREATE INDEX t_b_idx ON t (a);
CREATE INDEX ON t (b);
CREATE SEQUENCE s_id_seq;
CREATE TABLE s (id serial PRIMARY KEY);

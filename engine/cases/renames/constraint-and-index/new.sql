CREATE TABLE t (id int, a int CONSTRAINT t_a_check CHECK (a > 0), CONSTRAINT t_pkey PRIMARY KEY (id));
CREATE INDEX t_a_idx ON t (a);

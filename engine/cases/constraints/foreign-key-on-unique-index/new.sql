CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX t_code_idx ON t (code);
CREATE TABLE u (code text REFERENCES t (code));

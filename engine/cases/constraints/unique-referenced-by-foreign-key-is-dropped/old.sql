CREATE TABLE t (id int PRIMARY KEY, code text UNIQUE);
CREATE TABLE u (code text REFERENCES t (code));

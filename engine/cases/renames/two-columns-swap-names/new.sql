CREATE TABLE t (id int PRIMARY KEY, b text, a text, CONSTRAINT t_a_check CHECK (b <> ''));
CREATE TABLE v (id int, CONSTRAINT u_pkey PRIMARY KEY (id));
CREATE TABLE u (id int, u int, CONSTRAINT v_pkey PRIMARY KEY (id), CONSTRAINT v_u_fkey FOREIGN KEY (u) REFERENCES v);
CREATE VIEW w AS SELECT b AS a, a AS b FROM t;

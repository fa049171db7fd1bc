CREATE TYPE inner_t AS (a int);
CREATE TYPE outer_t AS (i inner_t, label text);
CREATE TABLE t (o outer_t);

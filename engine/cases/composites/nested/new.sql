CREATE TYPE inner_t AS (a int, b int);
CREATE TYPE outer_t AS (i inner_t, label varchar(10), is_ok boolean);
CREATE TABLE t (o outer_t);

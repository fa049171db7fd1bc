CREATE TABLE things (id integer, size integer);
CREATE TABLE named (id integer);

CREATE DOMAIN positive AS int;
CREATE TABLE t (a positive);

CREATE TABLE parts (k integer NOT NULL, t text) PARTITION BY HASH (k);
CREATE TABLE parts_1 (k integer NOT NULL, t text);
CREATE TABLE parts_2 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX parts_t ON parts (t);
CREATE INDEX parts_1_t_idx ON parts_1 (t);

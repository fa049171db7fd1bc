CREATE EXTENSION btree_gist;
CREATE TABLE rates (id int, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE uses (id int, rate_id int, valid daterange, FOREIGN KEY (rate_id, PERIOD valid) REFERENCES rates (id, PERIOD valid));

CREATE EXTENSION btree_gist;
CREATE TABLE rates (id int, valid daterange);
CREATE TABLE uses (id int, rate_id int, valid daterange);

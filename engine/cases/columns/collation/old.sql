CREATE TABLE words (id int PRIMARY KEY, w text, v varchar(10));
CREATE INDEX words_w_idx ON words (w);

CREATE TABLE words (id int PRIMARY KEY, w text COLLATE "C", v varchar(10) COLLATE "POSIX");
CREATE INDEX words_w_idx ON words (w);

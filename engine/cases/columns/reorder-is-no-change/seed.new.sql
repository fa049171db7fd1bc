INSERT INTO users VALUES ('A', 1, 'a@b.c');

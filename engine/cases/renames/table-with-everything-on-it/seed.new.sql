INSERT INTO members (name) VALUES ('a'); INSERT INTO posts VALUES (1, 1);

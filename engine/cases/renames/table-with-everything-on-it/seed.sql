INSERT INTO member (name) VALUES ('a'); INSERT INTO posts VALUES (1, 1);

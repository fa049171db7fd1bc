INSERT INTO users (number) VALUES (7); INSERT INTO posts VALUES (1, 7);

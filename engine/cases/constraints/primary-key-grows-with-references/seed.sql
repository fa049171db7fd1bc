INSERT INTO accounts VALUES (1, 1); INSERT INTO entries VALUES (1, 1, 1);

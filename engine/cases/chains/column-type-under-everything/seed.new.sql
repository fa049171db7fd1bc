INSERT INTO accounts VALUES (1, 5), (2, 6);

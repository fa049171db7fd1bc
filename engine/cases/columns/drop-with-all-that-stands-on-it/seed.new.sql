INSERT INTO events VALUES (1, 3), (2, 4);

INSERT INTO parts VALUES (1, 'ok', 1), (11, 'happy', 2);

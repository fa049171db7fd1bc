INSERT INTO readings VALUES (1, 2), (2, 3);

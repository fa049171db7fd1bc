INSERT INTO places VALUES (1, 2, 3), (2, 5, 8);

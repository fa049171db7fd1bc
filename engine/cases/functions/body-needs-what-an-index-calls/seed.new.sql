INSERT INTO places (id, low, high) VALUES (1, 2, 3), (2, 5, 8);

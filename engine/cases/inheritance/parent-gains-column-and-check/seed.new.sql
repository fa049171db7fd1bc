INSERT INTO cities VALUES ('a', 1); INSERT INTO capitals VALUES ('b', 2, 4, 's');

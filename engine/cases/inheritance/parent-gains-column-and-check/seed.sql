INSERT INTO cities VALUES ('a', 1); INSERT INTO capitals VALUES ('b', 2, 's'); INSERT INTO royal VALUES ('c', 3, 't', 'u');

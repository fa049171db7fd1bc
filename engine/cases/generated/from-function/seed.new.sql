INSERT INTO pages VALUES (1, 'A b');

INSERT INTO words VALUES (1, 'b');

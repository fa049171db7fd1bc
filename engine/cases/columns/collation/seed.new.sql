INSERT INTO words VALUES (1, 'b', 'x'), (2, 'B', 'y');

INSERT INTO words VALUES (1, 'b', 'x'), (2, 'B', 'y'), (3, '가', 'z');

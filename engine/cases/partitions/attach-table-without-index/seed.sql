INSERT INTO part VALUES (1, 'x');

INSERT INTO accounts VALUES (1, NULL), (2, 'x');

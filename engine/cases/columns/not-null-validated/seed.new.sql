INSERT INTO accounts VALUES (1, 'x');

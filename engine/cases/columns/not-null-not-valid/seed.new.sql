INSERT INTO accounts VALUES (2, 'x');

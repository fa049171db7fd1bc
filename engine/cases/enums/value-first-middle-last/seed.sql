INSERT INTO shirts VALUES (1, 'l');

INSERT INTO settings VALUES (1, '42'), (2, '7');

INSERT INTO points VALUES (1, 10, 20, 'a'), (2, 30, 40, 'b');

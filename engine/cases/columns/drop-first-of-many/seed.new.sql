INSERT INTO points VALUES (10, 20, 'a');

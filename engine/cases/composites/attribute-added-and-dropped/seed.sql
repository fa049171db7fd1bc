INSERT INTO people VALUES (1, ROW('Main', '123'));

INSERT INTO shifts VALUES (1, '1 day 02:00', '00:30');

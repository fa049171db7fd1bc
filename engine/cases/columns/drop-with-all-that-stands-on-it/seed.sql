INSERT INTO events VALUES (1, 'click', 3), (2, 'view', 4);

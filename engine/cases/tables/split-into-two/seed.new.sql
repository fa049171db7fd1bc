INSERT INTO people VALUES (1, 'a'); INSERT INTO addresses VALUES (1, 'b', 'c');

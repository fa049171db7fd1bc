INSERT INTO people VALUES (1, '(Main,Seoul)');

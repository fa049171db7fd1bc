INSERT INTO documents VALUES (1, 't', repeat('x', 3000), '\x00ff');

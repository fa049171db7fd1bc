INSERT INTO alerts VALUES (1, 'high'), (2, 'mid');

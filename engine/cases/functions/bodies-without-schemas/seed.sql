INSERT INTO people SELECT i, 'n' || i, i FROM generate_series(1, 30) i;

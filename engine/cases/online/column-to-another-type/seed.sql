INSERT INTO events SELECT i, now(), CASE WHEN i % 3 = 0 THEN NULL ELSE i END, 'n' FROM generate_series(1, 30) i;

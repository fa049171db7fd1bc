INSERT INTO parent SELECT i, 'c' || i FROM generate_series(1, 30) i;
INSERT INTO child SELECT i, i, 'open', i FROM generate_series(1, 30) i;

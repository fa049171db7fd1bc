INSERT INTO accounts SELECT i, 'n' || i FROM generate_series(1, 30) i;
INSERT INTO orders SELECT i, i FROM generate_series(1, 30) i;

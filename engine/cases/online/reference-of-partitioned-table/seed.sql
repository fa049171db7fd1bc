INSERT INTO users SELECT generate_series(1, 30);
INSERT INTO logs SELECT i, date '2020-06-01' + 10 * i, i FROM generate_series(1, 30) i;

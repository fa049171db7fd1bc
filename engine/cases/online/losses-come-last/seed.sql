INSERT INTO users SELECT i, 'n', i FROM generate_series(1, 20) i;

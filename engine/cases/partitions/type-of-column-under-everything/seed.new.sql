INSERT INTO parts SELECT i, i * 10, i % 7 FROM generate_series(0, 29) i;

INSERT INTO orders SELECT generate_series(1, 5);

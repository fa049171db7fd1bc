INSERT INTO parts SELECT n, 'row ' || n FROM generate_series(1, 9) AS n;

INSERT INTO logs SELECT i, date '2020-06-01' + 10 * i, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END FROM generate_series(1, 30) i;

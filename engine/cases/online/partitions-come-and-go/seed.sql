INSERT INTO logs SELECT i, date '2020-06-01' + 10 * i FROM generate_series(1, 30) i;
INSERT INTO logs_2022 SELECT i, date '2022-06-01' + i FROM generate_series(1, 30) i;
INSERT INTO kinds SELECT 'b', i FROM generate_series(1, 30) i;
INSERT INTO kinds_a SELECT 'a', i FROM generate_series(1, 30) i;
INSERT INTO visits SELECT 'p', i FROM generate_series(1, 30) i;

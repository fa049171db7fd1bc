INSERT INTO logs_2020 SELECT i, date '2020-06-01' + i FROM generate_series(1, 30) i;
INSERT INTO logs SELECT i, date '2021-11-01' + 10 * i FROM generate_series(1, 30) i;
INSERT INTO kinds SELECT CASE WHEN i % 2 = 0 THEN 'b' ELSE 'a' END, i FROM generate_series(1, 30) i;
INSERT INTO visits_1 SELECT 'p', i FROM generate_series(1, 60) i WHERE satisfies_hash_partition('visits'::regclass, 2, 1, i);

INSERT INTO logs SELECT i, date '2020-06-01' + 10 * i, i FROM generate_series(1, 30) i;
INSERT INTO things SELECT i, i FROM generate_series(1, 30) i;
INSERT INTO boxes SELECT i, i FROM generate_series(31, 60) i;
INSERT INTO sums SELECT i, i FROM generate_series(1, 30) i;

INSERT INTO t SELECT i, 'x' FROM generate_series(1, 30) i;

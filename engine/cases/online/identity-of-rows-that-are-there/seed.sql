INSERT INTO visits SELECT 'p' || i FROM generate_series(1, 30) i;
INSERT INTO clicks SELECT 'p' || i FROM generate_series(1, 30) i;

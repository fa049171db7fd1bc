INSERT INTO people SELECT i, CASE WHEN i % 2 = 0 THEN 'calm' ELSE 'glad' END::mood, ARRAY['glad', 'calm']::mood[] FROM generate_series(1, 30) i;
INSERT INTO pets SELECT i, CASE WHEN i % 2 = 0 THEN 'calm' END::mood FROM generate_series(1, 30) i;

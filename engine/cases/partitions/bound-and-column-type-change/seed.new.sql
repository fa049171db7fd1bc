INSERT INTO parts VALUES (1, 'ok', '1', '2026-01-01'), (11, 'happy', '2', NULL);

INSERT INTO bookings SELECT i, timestamptz '2024-01-01' + i * interval '1 hour', timestamptz '2024-01-01' + (i + 1) * interval '1 hour' FROM generate_series(1, 20) i;
INSERT INTO seats SELECT int8range(i, i + 1), i, int8range(i, i + 1) FROM generate_series(1, 20) i;
ANALYZE bookings, seats;

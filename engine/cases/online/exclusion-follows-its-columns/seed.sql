INSERT INTO bookings SELECT i, timestamp '2024-01-01' + i * interval '1 hour', timestamp '2024-01-01' + (i + 1) * interval '1 hour' FROM generate_series(1, 20) i;
INSERT INTO seats SELECT int4range(i, i + 1), i, int4range(i, i + 1) FROM generate_series(1, 20) i;
ANALYZE bookings, seats;

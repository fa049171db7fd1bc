INSERT INTO users SELECT i, 'u' || i FROM generate_series(1, 30) i;
INSERT INTO events (at, user_id, code, note) SELECT date '2020-06-01' + 15 * i, i, i * 2, 'n' || i FROM generate_series(1, 30) i;
INSERT INTO replies SELECT id, id, at FROM events;

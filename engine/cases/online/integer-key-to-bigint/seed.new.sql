INSERT INTO accounts (email, points) SELECT 'a' || i, i FROM generate_series(1, 50) i;
INSERT INTO orders (account_id, total) SELECT i, i * 10 FROM generate_series(1, 50) i;

INSERT INTO orders VALUES ('2025-05-05', 1, 'one'), ('2026-05-05', 2, 'two');

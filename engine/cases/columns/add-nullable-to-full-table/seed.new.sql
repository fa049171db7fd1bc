INSERT INTO customers VALUES (1, 'Kim', '02-1234', '2026-01-01');

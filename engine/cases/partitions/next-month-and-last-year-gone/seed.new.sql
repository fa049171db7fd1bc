INSERT INTO logs (at, line) VALUES ('2026-05-05', 'a');

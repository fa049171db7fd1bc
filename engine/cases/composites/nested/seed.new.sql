INSERT INTO t VALUES (ROW(ROW(1, 2), 'x', true));

INSERT INTO sessions SELECT generate_series(1, 3);

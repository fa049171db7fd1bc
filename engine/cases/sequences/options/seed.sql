SELECT nextval('tickets') FROM generate_series(1, 3);

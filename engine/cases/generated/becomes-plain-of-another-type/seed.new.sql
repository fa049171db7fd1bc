INSERT INTO a (id, n, t) VALUES (1, 3, 'one'), (2, NULL, NULL);

INSERT INTO a (id, t) VALUES (1, 'one'), (2, NULL);

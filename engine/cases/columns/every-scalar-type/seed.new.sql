INSERT INTO samples (id, a, h, w, ar, au, av) VALUES (1, 2, 'abc', '1 day', '[1,5)', '{[1,2),[5,6)}', 12);

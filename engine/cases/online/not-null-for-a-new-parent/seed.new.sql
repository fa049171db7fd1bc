INSERT INTO kid (b, p, own) VALUES (true, 1, 2), (false, 3, 4);
INSERT INTO kept VALUES (1);

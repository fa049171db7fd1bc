INSERT INTO kid (id, own) VALUES (1, 2);

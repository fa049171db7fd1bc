INSERT INTO grandchild VALUES (1, 'a', 2);

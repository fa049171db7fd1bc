INSERT INTO places VALUES (1, 'place'); INSERT INTO halls VALUES (2, 'hall', 20); INSERT INTO small_halls VALUES (3, 'small hall', 30);

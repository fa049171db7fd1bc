INSERT INTO halls VALUES ('hall', 20); INSERT INTO small_halls VALUES ('small hall', 30);

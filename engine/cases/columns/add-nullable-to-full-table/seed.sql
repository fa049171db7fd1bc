INSERT INTO customers VALUES (1, 'Kim'), (2, 'Lee');

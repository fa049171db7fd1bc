INSERT INTO nothing_else VALUES (1);
INSERT INTO attachment VALUES (1, 1), (2, 2);
INSERT INTO account VALUES (1, 1, 'cash');
INSERT INTO owner VALUES (1, 1);

INSERT INTO nothing_else VALUES (1);

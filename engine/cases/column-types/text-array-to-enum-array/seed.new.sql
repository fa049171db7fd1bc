INSERT INTO tasks VALUES (1, '{bug,idea}'), (2, '{}');

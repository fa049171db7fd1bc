INSERT INTO members VALUES (1, 'Kim'), (2, 'lee');

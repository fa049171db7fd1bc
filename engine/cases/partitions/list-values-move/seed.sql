INSERT INTO sales VALUES (1, 'kr'), (2, 'us');

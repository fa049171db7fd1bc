INSERT INTO bills VALUES (1, ROW(5, 'KRW'), ARRAY[ROW(1, 'KRW')::money_amount]);

CREATE TABLE lines (id int PRIMARY KEY, quantity int, price int, total int GENERATED ALWAYS AS (quantity * price) STORED);

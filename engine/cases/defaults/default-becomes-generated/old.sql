CREATE TABLE lines (id int PRIMARY KEY, quantity int, price int, total int DEFAULT 0);

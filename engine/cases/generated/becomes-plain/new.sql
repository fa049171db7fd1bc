CREATE TABLE lines (id int PRIMARY KEY, q int, total int DEFAULT 5);

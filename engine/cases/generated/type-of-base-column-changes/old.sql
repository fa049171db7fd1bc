CREATE TABLE lines (id int PRIMARY KEY, q int, total int GENERATED ALWAYS AS (q * 2) STORED);

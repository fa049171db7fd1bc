CREATE TABLE lines (id int PRIMARY KEY, q int, p int, total int GENERATED ALWAYS AS (q * p) VIRTUAL);

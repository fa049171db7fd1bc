CREATE TABLE lines (id int PRIMARY KEY, q bigint, total bigint GENERATED ALWAYS AS (q * 2) STORED);

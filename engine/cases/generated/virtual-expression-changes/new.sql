CREATE TABLE lines (id int PRIMARY KEY, q int, p int, total int GENERATED ALWAYS AS (q * p * 2) VIRTUAL);
CREATE VIEW totals AS SELECT id, total FROM lines;

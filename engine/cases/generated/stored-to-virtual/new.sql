CREATE TABLE lines (id int PRIMARY KEY, q int, total int GENERATED ALWAYS AS (q * 2) VIRTUAL);
CREATE VIEW totals AS SELECT id, total FROM lines;

CREATE TABLE facts (id int, day date, city text);
ALTER TABLE facts ALTER COLUMN day SET (n_distinct = -0.5, n_distinct_inherited = 100);
ALTER TABLE facts ALTER COLUMN city SET (n_distinct = 20);

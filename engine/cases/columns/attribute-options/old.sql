CREATE TABLE facts (id int, day date, city text);
ALTER TABLE facts ALTER COLUMN day SET (n_distinct = 365);

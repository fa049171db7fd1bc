CREATE TABLE facts (id int, day date, amount numeric);
ALTER TABLE facts ALTER COLUMN day SET STATISTICS 500;
ALTER TABLE facts ALTER COLUMN amount SET STATISTICS 0;

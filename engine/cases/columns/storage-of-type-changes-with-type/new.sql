CREATE TABLE counters (id int, value numeric);

CREATE TABLE counters (id int, value int);

CREATE TABLE t (id int, year_from int, year_to int);

CREATE TABLE nothing_else (id int PRIMARY KEY);

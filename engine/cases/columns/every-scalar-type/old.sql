CREATE TABLE samples (id int PRIMARY KEY);

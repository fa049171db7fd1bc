CREATE TABLE places (id int PRIMARY KEY, low int, high int);

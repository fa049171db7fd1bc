CREATE TABLE addresses (street text, city text);
CREATE TABLE people (id int PRIMARY KEY, home text);

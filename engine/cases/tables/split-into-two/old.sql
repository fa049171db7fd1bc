CREATE TABLE people (id int PRIMARY KEY, name text, street text, city text);

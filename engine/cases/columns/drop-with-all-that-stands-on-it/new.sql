CREATE TABLE events (id int PRIMARY KEY, weight int);

CREATE TABLE logs (id int PRIMARY KEY, line text);

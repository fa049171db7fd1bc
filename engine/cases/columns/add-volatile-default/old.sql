CREATE TABLE sessions (id int PRIMARY KEY);

CREATE TABLE users (name text NOT NULL, id int PRIMARY KEY, email text);

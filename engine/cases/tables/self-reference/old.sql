CREATE TABLE categories (id int PRIMARY KEY, name text);

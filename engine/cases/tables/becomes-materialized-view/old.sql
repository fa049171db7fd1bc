CREATE TABLE users (id int, name text);
CREATE TABLE names (name text);

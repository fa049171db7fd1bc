CREATE TABLE users (id int, name text);
CREATE TABLE users_name_idx (x int);

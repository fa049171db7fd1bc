CREATE TABLE u (id int PRIMARY KEY, new_name text, extra int);

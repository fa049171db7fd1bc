CREATE TABLE active_users (id int, name text);
CREATE TABLE users (id int, name text, active boolean);

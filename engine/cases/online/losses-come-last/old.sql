CREATE TABLE users (id integer PRIMARY KEY, nick text, age integer);
CREATE TABLE notes (user_id integer);

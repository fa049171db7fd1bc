CREATE TABLE users (id int, name text UNIQUE);
CREATE VIEW v AS SELECT name FROM users WHERE name = 'x';

CREATE EXTENSION citext;
CREATE TABLE users (id int, name citext UNIQUE);
CREATE VIEW v AS SELECT name FROM users WHERE name = 'x';

CREATE TABLE users (id int, name text, active boolean);
CREATE VIEW active_users AS SELECT id, name FROM users WHERE active;

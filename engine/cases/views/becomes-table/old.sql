CREATE TABLE users (id int, name text);
CREATE VIEW names AS SELECT name FROM users;
CREATE VIEW upper_names AS SELECT upper(name) AS name FROM names;

CREATE TABLE users (id int, name text);
CREATE TABLE names (name text);
CREATE VIEW upper_names AS SELECT upper(name) AS name FROM names;

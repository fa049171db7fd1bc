CREATE TABLE users (id int, name text);
CREATE MATERIALIZED VIEW names AS SELECT DISTINCT name FROM users;

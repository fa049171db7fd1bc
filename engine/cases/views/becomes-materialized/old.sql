CREATE TABLE users (id int, name text);
CREATE VIEW names AS SELECT name FROM users;
COMMENT ON VIEW names IS 'live';

CREATE TABLE users (id int, name text);
CREATE MATERIALIZED VIEW names AS SELECT name FROM users;
CREATE UNIQUE INDEX names_idx ON names (name);
COMMENT ON MATERIALIZED VIEW names IS 'kept';

CREATE TABLE accounts (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  points integer NOT NULL DEFAULT 0 CHECK (points >= 0)
);
CREATE TABLE orders (
  id serial PRIMARY KEY,
  account_id integer NOT NULL REFERENCES accounts ON DELETE CASCADE,
  total integer NOT NULL
);
CREATE INDEX orders_account_idx ON orders (account_id DESC) INCLUDE (total) WHERE account_id > 0;
CREATE INDEX orders_sum_idx ON orders ((account_id + total));
CREATE STATISTICS orders_stats ON account_id, total FROM orders;
COMMENT ON COLUMN orders.account_id IS 'who pays';
COMMENT ON INDEX orders_account_idx IS 'newest accounts first';
CREATE VIEW totals AS SELECT account_id, sum(total) AS total FROM orders GROUP BY account_id;

CREATE TYPE state AS ENUM ('open', 'stuck', 'closed');
CREATE FUNCTION is_open(s state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
CREATE TABLE tickets (id int PRIMARY KEY, s state NOT NULL DEFAULT 'open', history state[] DEFAULT '{open}', CONSTRAINT known CHECK (s <> 'stuck'));
CREATE INDEX tickets_s_idx ON tickets (s) WHERE s <> 'closed';
CREATE INDEX tickets_fn_idx ON tickets (is_open(s));
CREATE VIEW open AS SELECT id, s FROM tickets WHERE is_open(s);
COMMENT ON VIEW open IS 'still open';
CREATE MATERIALIZED VIEW per_state AS SELECT s, count(*) FROM tickets GROUP BY s;
CREATE UNIQUE INDEX per_state_idx ON per_state (s);

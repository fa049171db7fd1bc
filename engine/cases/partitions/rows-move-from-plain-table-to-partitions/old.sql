CREATE TABLE events (id int NOT NULL, at date NOT NULL, kind text DEFAULT 'a', PRIMARY KEY (id));
CREATE INDEX events_at_idx ON events (at);
COMMENT ON TABLE events IS 'what happened';

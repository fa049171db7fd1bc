CREATE TABLE events (id int NOT NULL, at date NOT NULL, kind text DEFAULT 'a', PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_at_idx ON events (at);
COMMENT ON TABLE events IS 'what happened';

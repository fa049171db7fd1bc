CREATE TABLE events (at date NOT NULL, kind text NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (kind);
CREATE TABLE events_25_a PARTITION OF events_25 FOR VALUES IN ('a', 'b');
CREATE INDEX events_kind ON events (kind DESC);
CREATE UNIQUE INDEX events_once ON events (at, kind);

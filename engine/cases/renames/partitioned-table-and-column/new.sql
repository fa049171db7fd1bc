CREATE TABLE entries (id int, on_day date NOT NULL) PARTITION BY RANGE (on_day);
CREATE TABLE logs_1 PARTITION OF entries FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX logs_at_idx ON entries (on_day);

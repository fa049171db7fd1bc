CREATE TABLE events (id int PRIMARY KEY, kind text DEFAULT 'click', weight int,
  CONSTRAINT kind_known CHECK (kind IN ('click', 'view')), CONSTRAINT weight_and_kind CHECK (weight > 0 OR kind IS NULL),
  UNIQUE (kind, weight));
CREATE INDEX events_kind_idx ON events (kind);
CREATE INDEX events_partial_idx ON events (id) WHERE kind = 'click';
CREATE STATISTICS events_stats ON kind, weight FROM events;
CREATE VIEW clicks AS SELECT id FROM events WHERE kind = 'click';

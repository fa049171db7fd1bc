CREATE TABLE visits (id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), on_day timestamp);
CREATE INDEX visits_at_idx ON visits (at DESC);

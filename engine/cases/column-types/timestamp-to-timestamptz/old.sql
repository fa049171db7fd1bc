CREATE TABLE visits (id int PRIMARY KEY, at timestamp NOT NULL DEFAULT now(), on_day date);
CREATE INDEX visits_at_idx ON visits (at DESC);

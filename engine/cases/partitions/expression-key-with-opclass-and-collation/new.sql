CREATE TABLE base (x int);
CREATE TABLE t (name text, at timestamptz) PARTITION BY RANGE (lower(name) COLLATE "C" text_pattern_ops, at);
CREATE TABLE t_am PARTITION OF t FOR VALUES FROM ('a', MINVALUE) TO ('m', MINVALUE);
CREATE INDEX t_lower_idx ON t (lower(name));

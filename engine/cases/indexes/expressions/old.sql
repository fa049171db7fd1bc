CREATE TABLE t (first text, last text, at timestamptz, doc jsonb);
CREATE INDEX i ON t (lower(first));

CREATE TABLE t (first text, last text, at timestamptz, doc jsonb);
CREATE INDEX i ON t (lower(first), (last || ', ' || first));
CREATE INDEX j ON t ((doc ->> 'kind'), date_trunc('day', at AT TIME ZONE 'UTC'));

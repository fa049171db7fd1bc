CREATE TABLE t (id int);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 60, autovacuum_enabled = false) AS SELECT id FROM t;
CREATE INDEX m_id ON m (id DESC);
ALTER MATERIALIZED VIEW m CLUSTER ON m_id;

CREATE TABLE t (a int, deleted_at timestamptz, kind text);
CREATE UNIQUE INDEX i ON t (a) WHERE deleted_at IS NULL AND kind IN ('x', 'y');

CREATE TABLE t (a text, b varchar);
CREATE INDEX i ON t (a text_pattern_ops);
CREATE INDEX j ON t (b COLLATE "POSIX" varchar_pattern_ops DESC);

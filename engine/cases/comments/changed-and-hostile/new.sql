CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS E'it''s two\nlines; with \\ and $$';
COMMENT ON COLUMN t.b IS '설명: "따옴표"';

CREATE TABLE items (id int PRIMARY KEY, code text COLLATE "C" NOT NULL DEFAULT 'none' CHECK (code <> ''));
ALTER TABLE items ALTER COLUMN code SET STATISTICS 200, ALTER COLUMN code SET STORAGE MAIN;
COMMENT ON COLUMN items.code IS 'long';
CREATE UNIQUE INDEX items_code_key ON items (upper(code));

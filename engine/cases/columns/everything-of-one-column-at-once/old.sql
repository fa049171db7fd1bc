CREATE TABLE items (id int PRIMARY KEY, code varchar(8) DEFAULT 'x');
COMMENT ON COLUMN items.code IS 'short';

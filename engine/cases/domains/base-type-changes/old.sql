CREATE DOMAIN code AS varchar(5) CHECK (VALUE <> '');
CREATE TABLE items (id int, c code NOT NULL DEFAULT 'x', cs code[]);
CREATE INDEX items_c_idx ON items (c);
CREATE VIEW codes AS SELECT c FROM items;

CREATE TABLE parent (id int, code text);
CREATE TABLE child (id int, parent_id int, state text, price numeric);
CREATE UNIQUE INDEX parent_code_idx ON parent (code);

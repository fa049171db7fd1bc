CREATE TABLE parent (id int PRIMARY KEY, code text NOT NULL, CONSTRAINT parent_code UNIQUE (code) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE child (
  id int PRIMARY KEY,
  parent_id int NOT NULL REFERENCES parent,
  state text NOT NULL CHECK (state IN ('open', 'done')),
  price numeric,
  CONSTRAINT child_price CHECK (price > 0) NO INHERIT
);
CREATE INDEX child_parent_idx ON child (parent_id) WHERE state = 'open';

CREATE TABLE things (id integer, size integer);
CREATE TABLE boxes (lid text) INHERITS (things);
CREATE TABLE red_boxes () INHERITS (boxes);
CREATE TABLE bags () INHERITS (things);
ALTER TABLE boxes ALTER COLUMN id SET NOT NULL;
ALTER TABLE bags ADD PRIMARY KEY (id);

CREATE TABLE things (id integer, size integer);
CREATE TABLE named (id integer);
CREATE TABLE boxes (lid text) INHERITS (things, named);
ALTER TABLE boxes ALTER COLUMN id SET NOT NULL;
CREATE TABLE bags () INHERITS (things);
ALTER TABLE bags ADD PRIMARY KEY (id);
ALTER TABLE bags ALTER COLUMN size SET NOT NULL;

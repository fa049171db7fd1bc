CREATE TABLE things (id integer NOT NULL, size integer);
CREATE TABLE boxes (lid text) INHERITS (things);
CREATE TABLE red_boxes () INHERITS (boxes);
CREATE TABLE bags () INHERITS (things);

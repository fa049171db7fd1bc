CREATE TABLE halls (name text, own int);
CREATE TABLE small_halls () INHERITS (halls);

CREATE TABLE places (id int, name text);
CREATE TABLE halls (own int) INHERITS (places);
CREATE TABLE small_halls () INHERITS (halls);

CREATE TABLE item (id bigint);
CREATE TABLE kid (own integer) INHERITS (item);

CREATE DOMAIN word AS text;
CREATE TABLE item (id smallint, u uuid, t word);
CREATE TABLE kid (own integer, n bigint NOT NULL) INHERITS (item);

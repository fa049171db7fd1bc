CREATE SCHEMA s;
CREATE TABLE s.item (id integer, u uuid NOT NULL DEFAULT gen_random_uuid());
CREATE TABLE kid (own integer) INHERITS (s.item);
ALTER TABLE kid ADD CONSTRAINT kid_key PRIMARY KEY (u, id);

CREATE TYPE pair AS (x integer, y text);
CREATE TABLE item (id integer NOT NULL, p pair NOT NULL DEFAULT ROW(1, 'x'));
CREATE VIEW v AS SELECT id, p FROM item;

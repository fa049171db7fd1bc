CREATE TYPE state AS ENUM ('x');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE SEQUENCE ids;
CREATE TABLE t (id bigint DEFAULT nextval('ids'), s state DEFAULT 'x', n positive);
CREATE VIEW w AS SELECT s FROM t;

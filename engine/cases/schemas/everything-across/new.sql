CREATE SCHEMA types;
CREATE SCHEMA logic;
CREATE SCHEMA data;
CREATE TYPE types.state AS ENUM ('b', 'c');
CREATE DOMAIN types.positive AS bigint CHECK (VALUE > 0);
CREATE FUNCTION logic.next_state(types.state) RETURNS types.state LANGUAGE sql IMMUTABLE AS $$ SELECT 'c'::types.state $$;
CREATE SEQUENCE logic.ids INCREMENT 5;
CREATE TABLE data.t (id bigint DEFAULT nextval('logic.ids'), s types.state DEFAULT logic.next_state('b'), p types.positive);
CREATE VIEW logic.v AS SELECT s, logic.next_state(s) AS n FROM data.t;

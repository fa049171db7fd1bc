CREATE SCHEMA types;
CREATE SCHEMA logic;
CREATE SCHEMA data;
CREATE TYPE types.state AS ENUM ('a', 'b');
CREATE DOMAIN types.positive AS int CHECK (VALUE > 0);
CREATE FUNCTION logic.next_state(types.state) RETURNS types.state LANGUAGE sql IMMUTABLE AS $$ SELECT 'b'::types.state $$;
CREATE SEQUENCE logic.ids;
CREATE TABLE data.t (id bigint DEFAULT nextval('logic.ids'), s types.state DEFAULT logic.next_state('a'), p types.positive);
CREATE VIEW logic.v AS SELECT s, logic.next_state(s) AS n FROM data.t;

-- ## an enum has another word in the middle, and one under another name
ALTER TYPE history_type ADD VALUE 'escalation' BEFORE 'comment_add';
ALTER TYPE comment_type RENAME VALUE 'ack' TO 'acknowledgement';

-- ## a word leaves an enum that defaults use
ALTER TABLE state_history ALTER state_type DROP DEFAULT;
ALTER TYPE state_type RENAME TO state_type_before;
CREATE TYPE state_type AS ENUM ('soft', 'hard', 'unknown');
ALTER TABLE state_history ALTER state_type TYPE state_type USING state_type::text::state_type;
ALTER TABLE service_state ALTER state_type DROP DEFAULT, ALTER state_type TYPE state_type USING state_type::text::state_type;
ALTER TABLE host_state ALTER state_type DROP DEFAULT, ALTER state_type TYPE state_type USING state_type::text::state_type,
  ALTER state_type SET DEFAULT 'hard';
ALTER TABLE service_state ALTER state_type SET DEFAULT 'hard';
ALTER TABLE state_history ALTER state_type SET DEFAULT 'soft';
DROP TYPE state_type_before CASCADE;

-- ## a domain allows more, and another has a name for its rule
ALTER DOMAIN bytea20 DROP CONSTRAINT exactly_20_bytes_long;
ALTER DOMAIN bytea20 ADD CONSTRAINT at_most_32_bytes_long CHECK (VALUE IS NULL OR octet_length(VALUE) <= 32);
ALTER DOMAIN tinyuint RENAME CONSTRAINT between_0_and_255 TO one_byte;
COMMENT ON DOMAIN tinyuint IS 'an unsigned byte';

-- ## a domain gives way to its type
ALTER TABLE host ALTER max_check_attempts TYPE bigint, ALTER check_interval TYPE integer;

-- ## texts without regard to case become plain, with an index that does
ALTER TABLE host ALTER display_name TYPE text;
DROP INDEX idx_host_display_name;
CREATE INDEX idx_host_display_name ON host (lower(display_name));

-- ## a view of views, and one that is kept
CREATE VIEW problems AS SELECT h.id, h.display_name, s.soft_state, s.last_state_change FROM host h
  JOIN host_state s ON s.host_id = h.id WHERE s.hard_state > 0;
COMMENT ON COLUMN problems.soft_state IS 'what the last check said';
CREATE VIEW problem_counts AS SELECT soft_state, count(*) AS hosts FROM problems GROUP BY soft_state;
CREATE MATERIALIZED VIEW problem_history AS SELECT host_id, count(*) AS times FROM state_history GROUP BY host_id;
CREATE UNIQUE INDEX ON problem_history (host_id);

-- ## keys refer where they only pointed
ALTER TABLE host_state ADD CONSTRAINT fk_host_state_host FOREIGN KEY (host_id) REFERENCES host ON DELETE CASCADE NOT VALID;
ALTER TABLE host_state ADD CONSTRAINT attempts CHECK (check_attempt >= 0), ALTER output SET DEFAULT '';

-- ## history is one per kind
CREATE TABLE flapping_summary (host_id bytea20 PRIMARY KEY, times uint NOT NULL DEFAULT 0,
  share double precision GENERATED ALWAYS AS (times / 100.0) STORED, kinds history_type[] NOT NULL DEFAULT '{flapping_start}');

-- ## a table changes its name, and what hangs on it with it
-- forward: rename:public.action_url=link_url
-- backward: rename:public.link_url=action_url
ALTER TABLE action_url RENAME TO link_url;
ALTER TABLE link_url RENAME CONSTRAINT pk_action_url TO pk_link_url;

-- ## another schema for what is configuration
CREATE SCHEMA configuration;
CREATE DOMAIN configuration.name AS citext CHECK (VALUE <> '');
ALTER TABLE zone ADD label configuration.name;
CREATE INDEX ON zone (label) WHERE label IS NOT NULL;

CREATE TABLE payloads (id int PRIMARY KEY, body jsonb NOT NULL DEFAULT '{}');
CREATE INDEX payloads_body_idx ON payloads USING gin (body jsonb_path_ops);

CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE tickets (id int, s state NOT NULL DEFAULT 'closed', CONSTRAINT known CHECK (s IN ('open', 'closed')));
CREATE INDEX closed_idx ON tickets (id) WHERE s = 'closed';
CREATE VIEW closed AS SELECT id FROM tickets WHERE s = 'closed';

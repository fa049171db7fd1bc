CREATE TABLE tasks (id int PRIMARY KEY, state text NOT NULL DEFAULT 'open');
CREATE INDEX tasks_open_idx ON tasks (id) WHERE state = 'open';

CREATE TYPE task_state AS ENUM ('open', 'done');
CREATE TABLE tasks (id int PRIMARY KEY, state task_state NOT NULL DEFAULT 'open');
CREATE INDEX tasks_open_idx ON tasks (id) WHERE state = 'open';

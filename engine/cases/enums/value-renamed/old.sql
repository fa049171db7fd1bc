CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE tasks (id int, s state DEFAULT 'done', CONSTRAINT c CHECK (s <> 'open' OR id > 0));

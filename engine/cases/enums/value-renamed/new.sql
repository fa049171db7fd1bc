CREATE TYPE state AS ENUM ('open', 'finished');
CREATE TABLE tasks (id int, s state DEFAULT 'finished', CONSTRAINT c CHECK (s <> 'open' OR id > 0));

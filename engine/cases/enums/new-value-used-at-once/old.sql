CREATE TYPE state AS ENUM ('open');
CREATE TABLE tickets (id int, s state NOT NULL DEFAULT 'open');

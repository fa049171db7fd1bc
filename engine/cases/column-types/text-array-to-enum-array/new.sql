CREATE TYPE label AS ENUM ('bug', 'idea');
CREATE TABLE tasks (id int PRIMARY KEY, labels label[] NOT NULL DEFAULT '{}');

CREATE TYPE mood AS ENUM ('calm', 'glad', 'cross');
CREATE TABLE people (id int PRIMARY KEY, mood mood NOT NULL DEFAULT 'calm', past mood[]);
CREATE INDEX people_mood_idx ON people (mood) WHERE mood <> 'cross';
CREATE TABLE pets (id int PRIMARY KEY, mood mood, UNIQUE (mood, id));
CREATE VIEW glad_people AS SELECT id FROM people WHERE mood = 'glad';

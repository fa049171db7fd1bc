CREATE TABLE tasks (id int PRIMARY KEY, labels text[] NOT NULL DEFAULT '{}');

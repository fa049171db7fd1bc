CREATE EXTENSION citext;
CREATE TABLE members (id int PRIMARY KEY, login citext NOT NULL UNIQUE);

CREATE TABLE members (id int PRIMARY KEY, login text NOT NULL UNIQUE);

CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, author_id int NOT NULL DEFAULT 1 REFERENCES users, slug text NOT NULL DEFAULT 'x' CHECK (slug <> ''), UNIQUE (author_id, slug));

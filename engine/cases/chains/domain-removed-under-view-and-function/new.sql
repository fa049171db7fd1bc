CREATE TABLE users (id int PRIMARY KEY, mail text NOT NULL CHECK (mail LIKE '%@%'));
CREATE FUNCTION host(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part($1, '@', 2) $$;
CREATE VIEW hosts AS SELECT host(mail) FROM users;
CREATE INDEX users_host ON users (host(mail));

CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE users (id int PRIMARY KEY, mail email NOT NULL);
CREATE FUNCTION host(email) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part($1, '@', 2) $$;
CREATE VIEW hosts AS SELECT host(mail) FROM users;
CREATE INDEX users_host ON users (host(mail));

CREATE TABLE users (id int PRIMARY KEY, nick text NOT NULL UNIQUE);
CREATE INDEX users_nick_idx ON users (lower(nick));
CREATE VIEW v AS SELECT nick FROM users;

CREATE TABLE users (id int PRIMARY KEY, nickname text NOT NULL UNIQUE);
CREATE INDEX users_nick_idx ON users (lower(nickname));
CREATE VIEW v AS SELECT nickname AS nick FROM users;

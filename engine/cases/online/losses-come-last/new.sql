CREATE TABLE users (id bigint PRIMARY KEY, nick text CHECK (nick <> ''));

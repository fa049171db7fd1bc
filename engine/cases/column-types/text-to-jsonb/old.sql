CREATE TABLE payloads (id int PRIMARY KEY, body text);

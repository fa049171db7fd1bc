CREATE TABLE a (id serial, n integer);
CREATE TABLE b (id serial, n integer);

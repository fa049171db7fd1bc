CREATE SCHEMA s;
CREATE TABLE s.item (id integer, u text);

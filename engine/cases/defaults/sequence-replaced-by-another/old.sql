CREATE SEQUENCE old_ids;
CREATE TABLE a (id bigint DEFAULT nextval('old_ids') PRIMARY KEY);

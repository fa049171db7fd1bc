CREATE TABLE a (id smallint NOT NULL, n integer);
CREATE SEQUENCE a_id_seq OWNED BY a.id;

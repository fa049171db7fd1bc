CREATE SEQUENCE a_id_seq AS integer;
CREATE UNLOGGED TABLE a (n integer);
CREATE SEQUENCE b_id_seq AS integer;
CREATE UNLOGGED TABLE b (id integer NOT NULL DEFAULT nextval('b_id_seq'), n integer);

create sequence s; create table t (id int default nextval('s')); alter sequence s owned by t.id;

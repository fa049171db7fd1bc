create sequence s as int start 5 increment 3 cycle; create table t (id int default nextval('s')); alter sequence s owned by t.id;

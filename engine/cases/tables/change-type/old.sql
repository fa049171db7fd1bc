create table t (id int primary key, b int default 5); create index on t (b); create view v as select id, b from t; comment on view v is 'x';

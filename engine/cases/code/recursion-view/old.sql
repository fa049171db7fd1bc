create table t (id int, parent int);

create table t (a int, b int); create view v as select a from t; create view w as select * from v;

create function f(b int) returns int language sql as 'select b'; create table t (x int default f(1), check (f(x) > 0)); create view v as select f(x) from t;

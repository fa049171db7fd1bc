create table t (a int); create function f() returns int language sql begin atomic select a from t; end;

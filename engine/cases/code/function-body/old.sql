create function f(a int) returns int language sql as 'select a'; create table t (x int default f(1));

create function f(a int, c int default 3) returns int language sql immutable as 'select a + c'; create table t (x int default f(1));

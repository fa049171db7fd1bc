create type c as (a int, b text, d int); create table t (c c); create function f(c) returns int language sql as 'select 1';

create type c as (a int, b text); create table t (c c);

create table t (e text default 'a');

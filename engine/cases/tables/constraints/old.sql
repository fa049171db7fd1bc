create table a (id int primary key, x int unique); create table b (id int, aid int references a, check (id > 0));

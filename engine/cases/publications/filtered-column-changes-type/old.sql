create table public.t (id int primary key, a int);
create publication p for table public.t where (a > 1) with (publish = 'insert');

create table public.t (id int primary key, a int, b text);
create publication p for table public.t (id, a, b) where (a > 1) with (publish = 'insert');

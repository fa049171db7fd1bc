create table public.t (id int primary key, b text);
create publication p for table public.t (id, b) with (publish = 'insert');

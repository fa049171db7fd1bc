create table public.a (id int primary key);
create publication p for table public.a with (publish = '');

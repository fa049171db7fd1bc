create table public.b (id int primary key);
create publication p for table public.b;

create table public.a (id int primary key);
create table public.b (id int primary key);
create publication p for table public.a, public.b;
create publication q for table public.a;

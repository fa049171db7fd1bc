create table public.a (id int primary key, x int);
create table public.b (id int primary key, y int);
create table public.c (id int primary key);
create publication chosen for table public.a, public.b;

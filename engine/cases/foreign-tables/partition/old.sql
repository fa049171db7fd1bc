create foreign data wrapper w;
create server s foreign data wrapper w;
create table public.p (id int, name text default 'x') partition by list (id);
create table public.p1 partition of public.p for values in (1);

create foreign data wrapper w;
create server s foreign data wrapper w;
create table public.p (id int, name text default 'x') partition by list (id);
create table public.p1 partition of public.p for values in (1);
create foreign table public.p2 partition of public.p (name not null) for values in (2) server s options (x 'y');
alter foreign table public.p2 alter column id options (add remote 'ID');
create foreign table public.rest partition of public.p default server s;

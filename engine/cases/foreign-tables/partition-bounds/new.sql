create foreign data wrapper w;
create server s foreign data wrapper w;
create table public.p (id int) partition by list (id);
create foreign table public.p2 partition of public.p for values in (2, 3) server s;
create foreign table public.alone partition of public.p for values in (7) server s;

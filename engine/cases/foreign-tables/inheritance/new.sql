create foreign data wrapper w;
create server s foreign data wrapper w;
create table public.base (id int, name text);
create foreign table public.child (id int, name text, extra int) server s;
create foreign table public.free (id int, name text) server s;
alter foreign table public.free inherit public.base;

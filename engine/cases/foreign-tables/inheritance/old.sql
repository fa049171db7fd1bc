create foreign data wrapper w;
create server s foreign data wrapper w;
create table public.base (id int, name text);
create foreign table public.child (extra int) inherits (public.base) server s;
create foreign table public.free (id int, name text) server s;

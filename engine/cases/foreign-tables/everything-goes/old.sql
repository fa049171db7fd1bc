create foreign data wrapper w;
create server s foreign data wrapper w;
create user mapping for public server s;
create foreign table public.a (x int) server s;
create foreign table public.b (y int) server s;
create view public.v as select x, y from public.a, public.b;

create table public.site (id integer);

create type public.pair as (size integer, name text);
create table public.t of public.pair;
create index t_name on public.t (name);
create view public.names as select name from public.t;

create table public.t (id int, a text);
grant select on public.t to pg_monitor;
grant select (a) on public.t to pg_monitor;

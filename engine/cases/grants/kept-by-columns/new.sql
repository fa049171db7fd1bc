create table public.t (id int, a text);
grant select (a) on public.t to pg_monitor;

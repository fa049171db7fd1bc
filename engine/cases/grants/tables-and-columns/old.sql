create table public.t (id int, a text, b text);
grant select on public.t to pg_monitor;
grant select (a), update (a) on public.t to pg_read_all_stats;

create table public.t (id int, a text, b text);
grant select, insert on public.t to pg_monitor with grant option;
grant select (b) on public.t to pg_read_all_stats;
grant select on public.t to public;

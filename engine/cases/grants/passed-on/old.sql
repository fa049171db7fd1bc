create table public.t (id int);
grant select, insert on public.t to pg_monitor with grant option;
set role pg_monitor;
grant select on public.t to pg_read_all_stats;
reset role;

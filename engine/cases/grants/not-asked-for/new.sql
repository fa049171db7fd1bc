create table public.t (a int, b int);
alter table public.t owner to pg_monitor;
grant select on public.t to public;
alter default privileges grant select on tables to pg_monitor;

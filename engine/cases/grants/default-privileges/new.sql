create schema s;
create table public.t (a int);
alter default privileges grant select on tables to pg_monitor;
alter default privileges in schema s grant insert on tables to pg_monitor with grant option;
alter default privileges revoke execute on functions from public;
alter default privileges for role pg_read_all_stats grant usage on types to pg_monitor;
alter default privileges grant usage on schemas to pg_monitor;
alter default privileges in schema s grant usage on sequences to public;

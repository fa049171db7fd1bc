create schema s;
alter default privileges grant select on tables to pg_monitor;
alter default privileges in schema s grant insert on tables to pg_monitor;
alter default privileges revoke execute on functions from public;
alter default privileges grant usage on sequences to pg_monitor;

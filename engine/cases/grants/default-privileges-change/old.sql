create schema s;
alter default privileges grant select, insert on tables to pg_monitor;
alter default privileges in schema s grant select on tables to public;

create schema s;
alter default privileges grant select, update on tables to pg_monitor with grant option;
alter default privileges in schema s grant select on tables to pg_monitor;

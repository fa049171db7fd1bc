create table public.t (a int);
grant create on schema public to pg_monitor;

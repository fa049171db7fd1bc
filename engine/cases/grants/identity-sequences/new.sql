create table public.t (id int generated always as identity, s serial);
grant usage, select on all sequences in schema public to pg_monitor;

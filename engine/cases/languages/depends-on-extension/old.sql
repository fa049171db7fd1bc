create extension citext;
create function public.f() returns int language sql as 'select 1';
create procedure public.p() language sql as 'select 1';
create function public.tf() returns trigger language plpgsql as 'begin return new; end';
create table public.t (a int);
create index i on public.t (a);
create materialized view public.m as select a from public.t;
create trigger "A trigger" before insert on public.t for each row execute function public.tf();

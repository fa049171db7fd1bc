create table public.t (a bigint, b int);
create view public.v as select a from public.t;
create function public.f(b int) returns int language sql as 'select b';
create type public.e as enum ('y');
create table public.u (e public.e);

create type public.days;
create function public.days_canonical(public.days) returns public.days language internal immutable strict as 'int4range_canonical';
create type public.days as range (subtype = int, canonical = public.days_canonical);
create table public.t (a int, d public.days);

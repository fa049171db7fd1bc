create view public.v as select 1 as a, 2 as b;
create materialized view public.m as select 1 as a;
comment on column public.v.a is 'goes';

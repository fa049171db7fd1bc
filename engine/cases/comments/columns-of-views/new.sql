create view public.v as select 1 as a, 2 as b;
comment on column public.v.b is 'second';
create materialized view public.m as select 1 as a;
comment on column public.m.a is 'first';

create materialized view public.m as select 1 as a, 'x'::text as b, 'y'::text as c;
alter materialized view public.m alter column a set statistics 10;
alter materialized view public.m alter column b set storage external;
alter materialized view public.m alter column b set (n_distinct = 5);

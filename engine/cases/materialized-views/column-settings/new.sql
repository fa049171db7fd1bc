create materialized view public.m as select 1 as a, 'x'::text as b, 'y'::text as c;
alter materialized view public.m alter column b set (n_distinct = 7, n_distinct_inherited = 3);
alter materialized view public.m alter column c set storage main;
alter materialized view public.m alter column c set statistics 20;
alter materialized view public.m alter column c set compression pglz;

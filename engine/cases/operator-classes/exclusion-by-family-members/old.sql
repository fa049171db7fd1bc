create type public.span as (a int, b int);

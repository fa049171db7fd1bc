create table public.visit (site integer, page bigint, mark bigint) partition by list (site);
create table public.visit_1 partition of public.visit for values in (1);
create table public.visit_rest partition of public.visit default;

create table public.visit (site integer, id numeric) partition by list (site);
create table public.visit_1 partition of public.visit default;

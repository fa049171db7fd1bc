create table public.visit (site integer, page integer) partition by list (site);
create table public.visit_1 partition of public.visit default;

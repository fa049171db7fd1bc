create table public.visit (site integer, page text) partition by list (site);
create table public.visit_1 partition of public.visit for values in (1);
create table public.visit_rest partition of public.visit default;
create index visit_z on public.visit (page);
create index visit_a on public.visit using hash (page);

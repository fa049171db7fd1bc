create table public.visit (site integer, page integer generated always as (site + 1) stored) partition by list (site);
create table public.visit_1 partition of public.visit default;
create view public.pages as select page from public.visit_1;

create table public.visit (site integer, page integer, mark integer) partition by list (site);
create table public.visit_1 partition of public.visit for values in (1);
create table public.visit_rest partition of public.visit default;
alter table public.visit_1 alter page set not null, alter mark set statistics 50;

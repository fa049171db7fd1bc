create table public.site (id integer);
create table public.visit (site integer, page integer) partition by list (site);
create table public.visit_1 partition of public.visit for values in (1) partition by list (page);
create table public.visit_1_rest partition of public.visit_1 default;
alter table public.visit add constraint page_known check (page > 0) not valid;
create table public.room (size integer);
create table public.hall () inherits (public.room);
alter table public.room add constraint has_size check (size > 0) not valid;

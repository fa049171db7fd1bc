create table public.room (size integer);
create table public.hall () inherits (public.room);
create table public.visit (site integer) partition by list (site);
create table public.visit_1 partition of public.visit default;

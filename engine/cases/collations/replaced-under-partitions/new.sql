create collation public.c (provider = icu, locale = 'sv-SE');
create table public.t (id int, a text collate public.c) partition by list (id);
create table public.t1 partition of public.t for values in (1);
create table public.base (a text collate public.c);
create table public.child (b int) inherits (public.base);

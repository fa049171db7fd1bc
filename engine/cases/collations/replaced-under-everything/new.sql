create collation public.c (provider = icu, locale = 'fr-FR');
create domain public.name as text collate public.c check (value < 'z' collate public.c);
create type public.pair as (x text collate public.c, y int);
create type public.names as range (subtype = text, collation = public.c);
create table public.t (n public.name, d text default 'a' collate public.c, r public.names, check (d > 'a' collate public.c));
create index i on public.t (d collate public.c);
create function public.f() returns text language sql begin atomic select 'a' collate public.c as x; end;

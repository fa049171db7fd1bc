create collation public.names (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table public.t (id int primary key, a text collate public.names unique, b text);
create index i on public.t (lower(a));
create view public.v as select a, b from public.t order by a;
comment on view public.v is 'kept';

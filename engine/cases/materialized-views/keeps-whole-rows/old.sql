create table public.photo (id integer primary key, size integer, title text);
create table public.album (id integer, cover integer) partition by list (id);
create table public.album_1 partition of public.album for values in (1);
create materialized view public.whole as select p as photo, p.id from public.photo p;
create materialized view public.sizes as select p.size from public.photo p;
create unique index whole_id on public.whole (id);
create view public.titles as select (w.photo).title from public.whole w;
create materialized view public.albums as select array_agg(a) as pages from public.album_1 a;
create materialized view public.ids as select p.id from public.photo p;

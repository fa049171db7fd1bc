create collation public.german (provider = icu, locale = 'de-DE');
create collation public.ignore_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation public.plain (locale = 'C');
comment on collation public.german is 'for names';
create table public.t (a text, b text collate public.ignore_case, unique (b));
create view public.v as select a collate public.german as a from public.t;

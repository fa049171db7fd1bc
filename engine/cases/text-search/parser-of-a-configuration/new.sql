create text search parser public.words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
create text search configuration public.docs (parser = pg_catalog."default");
alter text search configuration public.docs add mapping for asciiword with simple;
create table public.t (a text);
create index i on public.t using gin (to_tsvector('public.docs', a));
comment on index public.i is 'kept';

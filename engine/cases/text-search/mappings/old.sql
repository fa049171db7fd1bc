create text search configuration public.docs (parser = "default");
alter text search configuration public.docs add mapping for asciiword, word with simple;
alter text search configuration public.docs add mapping for email with simple;
create table public.t (a text);
create index i on public.t using gin (to_tsvector('public.docs', a));

create text search configuration public.docs (parser = "default");
alter text search configuration public.docs add mapping for asciiword with english_stem, simple;
alter text search configuration public.docs add mapping for word with simple;
alter text search configuration public.docs add mapping for "int", "float" with simple;
create table public.t (a text);
create index i on public.t using gin (to_tsvector('public.docs', a));

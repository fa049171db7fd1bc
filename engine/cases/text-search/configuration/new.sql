create text search configuration public.docs (copy = english);
alter text search configuration public.docs drop mapping for email, url;
alter text search configuration public.docs alter mapping for asciiword, word with simple, english_stem;
comment on text search configuration public.docs is 'documents';
create table public.t (a text, v tsvector generated always as (to_tsvector('public.docs', a)) stored);
create index i on public.t using gin (to_tsvector('public.docs', a));

create text search template public.plain (init = dsimple_init, lexize = dsimple_lexize);
comment on text search template public.plain is 'own';
create text search dictionary public.own (template = public.plain, stopwords = 'english');

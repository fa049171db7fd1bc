create text search template public.plain (lexize = dsimple_lexize);

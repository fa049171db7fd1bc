create text search dictionary public.stem (template = snowball, language = 'german', stopwords = 'german');
create text search configuration public.docs (parser = "default");
alter text search configuration public.docs add mapping for word with public.stem;

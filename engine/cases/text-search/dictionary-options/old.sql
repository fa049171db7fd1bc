create text search dictionary public.short (template = simple, stopwords = 'english', accept = false);
create text search configuration public.docs (parser = "default");
alter text search configuration public.docs add mapping for word with public.short, simple;

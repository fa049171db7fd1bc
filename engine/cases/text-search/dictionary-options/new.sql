create text search dictionary public.short (template = simple, accept = 'true');
comment on text search dictionary public.short is 'accepts';
create text search configuration public.docs (parser = "default");
alter text search configuration public.docs add mapping for word with public.short, simple;

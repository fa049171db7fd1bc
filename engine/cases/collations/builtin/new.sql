create collation public.fast (provider = builtin, locale = 'C.UTF-8');
create table public.t (a text collate public.fast);

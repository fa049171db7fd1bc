create function public.cmp(a int, b int) returns int language sql immutable as 'select btint4cmp(b, a)';

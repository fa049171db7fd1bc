create function public.same(a int, b int) returns boolean language sql immutable as 'select a = b';
create function public.other(a int, b int) returns boolean language sql immutable as 'select a <> b';
create function public.twice(a int) returns int language sql immutable as 'select a * 2';

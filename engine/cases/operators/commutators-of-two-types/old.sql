create function public.lt(a int, b text) returns boolean language sql immutable as 'select a < length(b)';
create function public.gt(a text, b int) returns boolean language sql immutable as 'select length(a) > b';

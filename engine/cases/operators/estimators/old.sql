create function public.same(a int, b int) returns boolean language sql immutable as 'select a = b';
create operator public.=== (function = public.same, leftarg = int, rightarg = int, restrict = eqsel);
create table public.t (a int, check (a operator(public.===) a));

create function public.same(a int, b int) returns boolean language sql immutable as 'select a = b';
create operator public.=== (function = public.same, leftarg = int, rightarg = int, commutator = operator(public.===));
create view public.v as select 1 operator(public.===) 2 as x;

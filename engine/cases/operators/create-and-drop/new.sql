create function public.same(a int, b int) returns boolean language sql immutable as 'select a = b';
create function public.other(a int, b int) returns boolean language sql immutable as 'select a <> b';
create function public.twice(a int) returns int language sql immutable as 'select a * 2';
create operator public.=== (function = public.same, leftarg = int, rightarg = int, commutator = operator(public.===), negator = operator(public.!==), restrict = eqsel, join = eqjoinsel, hashes, merges);
create operator public.!== (function = public.other, leftarg = int, rightarg = int, commutator = operator(public.!==), negator = operator(public.===), restrict = neqsel, join = neqjoinsel);
create operator public.## (function = public.twice, rightarg = int);
comment on operator public.=== (int, int) is 'the same';
comment on operator public.## (none, int) is 'prefix';

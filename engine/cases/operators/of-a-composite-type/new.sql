create type public.pair as (a int, b int);
create function public.plus(public.pair, public.pair) returns public.pair language sql immutable as 'select row($1.a + $2.a, $1.b + $2.b)::public.pair';
create operator public.+ (function = public.plus, leftarg = public.pair, rightarg = public.pair, commutator = operator(public.+));
create table public.t (p public.pair default row(1, 2)::public.pair operator(public.+) row(3, 4)::public.pair);
create aggregate public.total(public.pair) (sfunc = public.plus, stype = public.pair);

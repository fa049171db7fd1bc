create function public.same(a int, b int) returns boolean language sql immutable as 'select a = b';
create function public.near(a int, b int) returns boolean language sql immutable as 'select abs(a - b) < 2';
create operator public.~~~ (function = public.near, leftarg = int, rightarg = int);
create table public.t (a int, constraint c check (a operator(public.~~~) 1));
create view public.v as select a from public.t where a operator(public.~~~) 3;
comment on view public.v is 'kept';

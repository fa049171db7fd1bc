create type public.pt as (x int, y int);
create function public.pt_lt(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x < $2.x';
create function public.pt_le(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x <= $2.x';
create function public.pt_eq(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x = $2.x';
create function public.pt_ge(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x >= $2.x';
create function public.pt_gt(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x > $2.x';
create function public.pt_cmp(public.pt, public.pt) returns int language sql immutable as 'select $1.x - $2.x';
create operator public.< (function = public.pt_lt, leftarg = public.pt, rightarg = public.pt, commutator = operator(public.>), negator = operator(public.>=));
create operator public.<= (function = public.pt_le, leftarg = public.pt, rightarg = public.pt, commutator = operator(public.>=), negator = operator(public.>));
create operator public.= (function = public.pt_eq, leftarg = public.pt, rightarg = public.pt, commutator = operator(public.=), merges);
create operator public.>= (function = public.pt_ge, leftarg = public.pt, rightarg = public.pt, commutator = operator(public.<=), negator = operator(public.<));
create operator public.> (function = public.pt_gt, leftarg = public.pt, rightarg = public.pt, commutator = operator(public.<), negator = operator(public.<=));
create operator class public.pt_ops default for type public.pt using btree as
  operator 1 public.<, operator 2 public.<=, operator 3 public.=, operator 4 public.>=, operator 5 public.>, function 1 public.pt_cmp(public.pt, public.pt);
create table public.a (p public.pt primary key, q public.pt unique);
create view public.a_view as select q, count(*) as n from public.a group by q order by q;
create table public.parts (p public.pt) partition by range (p);

create type public.span as (a int, b int);
create function public.overlap(public.span, public.span) returns boolean language sql immutable as 'select $1.a < $2.b and $2.a < $1.b';
create operator public.&& (function = public.overlap, leftarg = public.span, rightarg = public.span, commutator = operator(public.&&));
create operator family public.span_family using gist;
create operator class public.span_ops default for type public.span using gist family public.span_family as
  function 1 gist_point_consistent(internal, point, smallint, oid, internal),
  function 2 gist_box_union(internal, internal),
  function 5 gist_box_penalty(internal, internal, internal),
  function 6 gist_box_picksplit(internal, internal),
  function 7 gist_box_same(box, box, internal);
alter operator family public.span_family using gist add operator 3 public.&& (public.span, public.span);
create table public.a (s public.span, exclude using gist (s with operator(public.&&)));

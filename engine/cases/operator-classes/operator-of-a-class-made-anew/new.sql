create type public.w as (v int);
create function public.w_same(public.w, public.w) returns boolean language sql immutable as 'select $1.v = $2.v';
create function public.w_hash(public.w) returns int language sql immutable as 'select $1.v';
create operator public.= (function = public.w_same, leftarg = public.w, rightarg = public.w, commutator = operator(public.=), hashes);
create operator class public.w_ops default for type public.w using hash as operator 1 public.=, function 1 public.w_hash(public.w);
create table public.t (w public.w, n int);
create index by_w on public.t using hash (w);

create function public.cmp(a int, b int) returns int language sql immutable as 'select btint4cmp(b, a)';
create operator family public.backwards using btree;
create operator class public.backwards_ops for type int using btree family public.backwards as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 public.cmp(int, int);
comment on operator class public.backwards_ops using btree is 'largest first';
comment on operator family public.backwards using btree is 'the family';
create table public.t (a int);
create index i on public.t (a public.backwards_ops);

create function public.cmp(a int, b int) returns int language sql immutable as 'select btint4cmp(b, a)';
create operator class public.down for type int using btree as
  operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 public.cmp(int, int);
create table public.t (a int, b text);
create index i on public.t (a public.down);
comment on index public.i is 'kept';

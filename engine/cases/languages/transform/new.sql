create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
comment on transform for int language sql is 'nonsense that is allowed';
create function public.f(a int) returns int transform for type int language sql as 'select a';
create table public.t (a int);

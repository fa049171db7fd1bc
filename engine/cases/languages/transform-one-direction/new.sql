create transform for int language sql (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
create function public.f(a int) returns int transform for type int language sql as 'select a';

create type public.tiny;
create function public.tiny_in(cstring) returns public.tiny language internal immutable strict as 'int4in';
create function public.tiny_out(public.tiny) returns cstring language internal immutable strict as 'int4out';
create type public.tiny (input = public.tiny_in, output = public.tiny_out, like = int);
create function public.plain(public.tiny) returns text language sql as 'select $1::text';
create table public.t (id int primary key, a public.tiny);

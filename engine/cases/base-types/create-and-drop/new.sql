create type public.tiny;
create function public.tiny_in(cstring) returns public.tiny language internal immutable strict as 'int4in';
create function public.tiny_out(public.tiny) returns cstring language internal immutable strict as 'int4out';
create type public.tiny (input = public.tiny_in, output = public.tiny_out, internallength = 4, passedbyvalue, alignment = int4, default = '7', category = 'N', preferred = true, delimiter = ';');
comment on type public.tiny is 'a number';
create cast (public.tiny as int) without function as implicit;
create table public.t (a int, b public.tiny, c public.tiny[]);

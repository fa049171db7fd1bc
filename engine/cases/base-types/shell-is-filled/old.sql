create type public.tiny;
create function public.tiny_in(cstring) returns public.tiny language internal immutable strict as 'int4in';
create function public.tiny_out(public.tiny) returns cstring language internal immutable strict as 'int4out';

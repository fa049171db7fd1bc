create type public.a as enum ('x');
create function public.plain(public.a) returns text language sql as 'select $1::text';

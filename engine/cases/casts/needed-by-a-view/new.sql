create type public.colour as enum ('red', 'green');
create function public.zz_rank(public.colour) returns int language sql immutable as $$ select case $1::text when 'red' then 1 else 2 end $$;
create cast (public.colour as int) with function public.zz_rank(public.colour) as implicit;
create table public.t (a int, c public.colour);
create view public.a_view as select c::int as rank from public.t;
create table public.a_table (c public.colour, check (c + 1 > 0));

create type public.pt as (x int, y int);
create function public.pt_lt(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x < $2.x';
create function public.pt_le(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x <= $2.x';
create function public.pt_eq(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x = $2.x';
create function public.pt_ge(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x >= $2.x';
create function public.pt_gt(public.pt, public.pt) returns boolean language sql immutable as 'select $1.x > $2.x';
create function public.pt_cmp(public.pt, public.pt) returns int language sql immutable as 'select $1.x - $2.x';

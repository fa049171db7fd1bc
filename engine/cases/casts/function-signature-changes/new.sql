create type public.w as (v text);
create function public.as_text(b public.w) returns text language sql immutable as 'select (b).v';
create cast (public.w as text) with function public.as_text(public.w);
comment on cast (public.w as text) is 'stays';

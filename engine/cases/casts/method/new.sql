create domain public.shout as text;
create type public.word as (w text);
create function public.word_of(public.word) returns text language sql immutable as 'select ($1).w';
create cast (public.word as text) with function public.word_of(public.word) as assignment;

create type public.colour as enum ('red');
create cast (public.colour as text) with inout as assignment;

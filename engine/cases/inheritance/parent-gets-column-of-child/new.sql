create table public.room (id integer, size integer);
create table public.hall (own integer) inherits (public.room);

create table public.room (id integer, size integer not null);
create table public.hall (own integer, name text, size integer default 7) inherits (public.room);

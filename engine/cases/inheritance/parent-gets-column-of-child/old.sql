create table public.room (id integer);
create table public.hall (own integer, size bigint not null) inherits (public.room);

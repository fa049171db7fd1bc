create table public.room (name text not null, note text compression pglz);
create table public.hall (own integer, name text default 'own') inherits (public.room);

create table public.room (id integer, name text compression pglz, size integer not null);

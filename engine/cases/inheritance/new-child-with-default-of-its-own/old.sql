create table public.room (name text not null default upper('x'), note text);

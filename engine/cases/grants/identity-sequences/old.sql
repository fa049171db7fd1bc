create table public.t (id int generated always as identity, s serial);

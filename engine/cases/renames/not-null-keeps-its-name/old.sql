create table public.t (k integer, name text not null);

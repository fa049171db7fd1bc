create table public.t (k integer, name text not null);
alter table public.t rename name to title;

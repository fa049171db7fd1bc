create table public.t (a int);

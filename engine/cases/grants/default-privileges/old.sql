create schema s;
create table public.t (a int);

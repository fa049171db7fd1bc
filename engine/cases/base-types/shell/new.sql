create type public.later;
comment on type public.later is 'not yet';
create table public.t (a int);

create table public.t (id int);
revoke delete, truncate on public.t from current_user;
create function public.f() returns int language sql as 'select 1';
revoke all on function public.f() from public, current_user;

create function public.tf() returns trigger language plpgsql as 'begin return new; end';
create table public.t (id int) partition by range (id);
create table public.t1 partition of public.t for values from (0) to (10);
create trigger tr after insert on public.t for each row execute function public.tf();
alter table public.t1 disable trigger tr;

create function public.tf() returns trigger language plpgsql as 'begin return new; end';
create table public.t (id int) partition by range (id);
create table public.t1 partition of public.t for values from (0) to (10) partition by range (id);
create table public.t11 partition of public.t1 for values from (0) to (5);
create table public.t2 partition of public.t for values from (10) to (20);
create trigger tr after insert on public.t for each row execute function public.tf();
alter table public.t11 disable trigger tr;
alter table public.t2 enable always trigger tr;

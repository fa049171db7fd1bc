create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table public.ft (
  id int options (remote 'ID') not null,
  name text collate "C" default 'x',
  total int generated always as (id * 2) stored,
  constraint positive check (id > 0)
) server s options (schema_name 'a', table_name 'b');
alter foreign table public.ft add constraint later check (id < 100) not valid;
alter foreign table public.ft alter column name set statistics 20;
alter foreign table public.ft alter column name set (n_distinct = 5);
comment on foreign table public.ft is 'far away';
comment on column public.ft.name is 'a name';
comment on constraint positive on public.ft is 'always';
create function public.tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on public.ft for each row execute function public.tf();
create view public.v as select id from public.ft;

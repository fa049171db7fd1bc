do $$ begin if not exists (select from pg_roles where rolname = 'A "role" = x/y') then create role "A ""role"" = x/y"; end if; end $$;
create table public.t (a int);
grant select on public.t to "A ""role"" = x/y" with grant option;
create view public."v (1)" as select 1 as "c (2)";
alter view public."v (1)" owner to "A ""role"" = x/y";
grant select ("c (2)") on public."v (1)" to pg_monitor;

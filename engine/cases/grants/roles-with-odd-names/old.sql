do $$ begin if not exists (select from pg_roles where rolname = 'A "role" = x/y') then create role "A ""role"" = x/y"; end if; end $$;
create table public.t (a int);

create function public.refuse() returns event_trigger language plpgsql as $$ begin raise exception 'no more changes'; end $$;
create table public.t (a int, b int);
create view public.v as select a, b from public.t;
comment on view public.v is 'before the gate closes';
create event trigger gate on ddl_command_start execute function public.refuse();

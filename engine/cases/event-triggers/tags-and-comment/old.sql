create function public.note() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on ddl_command_end when tag in ('CREATE TABLE') execute function public.note();
comment on event trigger watch is 'kept';

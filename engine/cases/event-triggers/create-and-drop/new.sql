create function public.note() returns event_trigger language plpgsql as 'begin end';
create event trigger on_start on ddl_command_start execute function public.note();
create event trigger on_end on ddl_command_end when tag in ('CREATE TABLE', 'ALTER TABLE') execute function public.note();
create event trigger on_drop on sql_drop execute function public.note();
create event trigger on_rewrite on table_rewrite execute function public.note();
comment on event trigger on_end is 'what happened to tables';

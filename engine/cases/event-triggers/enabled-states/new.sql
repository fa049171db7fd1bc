create function public.note() returns event_trigger language plpgsql as 'begin end';
create event trigger a on ddl_command_end execute function public.note();
create event trigger b on ddl_command_end execute function public.note();
create event trigger c on ddl_command_end execute function public.note();
alter event trigger b enable always;
alter event trigger c enable replica;

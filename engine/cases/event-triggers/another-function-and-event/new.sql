create function public.second() returns event_trigger language plpgsql as 'begin end';
create event trigger watch on sql_drop execute function public.second();

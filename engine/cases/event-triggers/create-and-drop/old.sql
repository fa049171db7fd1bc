create function public.note() returns event_trigger language plpgsql as 'begin end';

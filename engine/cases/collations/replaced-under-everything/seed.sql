insert into public.t values ('n', 'd', '[a,b]');

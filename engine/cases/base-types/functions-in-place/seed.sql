insert into public.t values ('one');

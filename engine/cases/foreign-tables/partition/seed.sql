insert into public.p values (1, 'stays');

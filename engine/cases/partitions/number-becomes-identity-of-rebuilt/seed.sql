insert into public.visit values (1, 1), (2, 2);

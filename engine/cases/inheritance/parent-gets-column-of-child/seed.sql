insert into public.hall values (1, 2, 3);

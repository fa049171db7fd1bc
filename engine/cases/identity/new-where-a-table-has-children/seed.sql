insert into public.room values (1), (2);
insert into public.hall values (3);
insert into public.visit values (1), (2);

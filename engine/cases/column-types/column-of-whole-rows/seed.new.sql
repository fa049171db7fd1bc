insert into public.place values ('North, "the" road', 4);
insert into public.shop select 1, p, array[p, null], p from public.place p;
insert into public.shop values (2, null, null, null);

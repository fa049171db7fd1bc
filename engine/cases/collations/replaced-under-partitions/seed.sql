insert into public.t values (1, 'x');
insert into public.child values ('y', 2);

insert into public.photo values (1, 10, 'one'), (2, 20, 'two');
insert into public.album values (1, 1);
refresh materialized view public.whole;

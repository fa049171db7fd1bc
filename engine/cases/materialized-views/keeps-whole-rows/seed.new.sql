insert into public.photo values (1, 10, 'one', '2026-01-01'), (2, 20, 'two', null);
insert into public.album values (1, 1);
refresh materialized view public.whole;

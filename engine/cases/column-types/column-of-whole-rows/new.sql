create table public.place (street text, number bigint);
create domain public.somewhere as public.place;
create table public.shop (id integer primary key, seat public.place, former public.place[], "at" public.somewhere);
create index shop_seat on public.shop (seat);
create view public.streets as select id, (seat).street from public.shop;

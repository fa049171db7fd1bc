create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table public.ft (a bigint options (y '3', z '4') not null, b int default 7, d int, added text options (x '1') default 'n') server s;
alter foreign table public.ft add constraint c check (b > 0);

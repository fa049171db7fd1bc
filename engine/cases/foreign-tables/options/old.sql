create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table public.ft (a int) server s options (x '1', y '2');
create view public.v as select a from public.ft;

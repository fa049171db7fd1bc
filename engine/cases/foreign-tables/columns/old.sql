create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table public.ft (a int options (x '1', y '2'), b int, gone text, d int default 1) server s;

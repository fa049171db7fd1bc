create foreign data wrapper w;
create server s version '2' foreign data wrapper w options (host 'b', dbname 'x');
create foreign table public.ft (a int) server s;

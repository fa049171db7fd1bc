create foreign data wrapper w;
create server s foreign data wrapper w;
create foreign table public.ft (a int) server s options (y '3', z '4');
comment on foreign table public.ft is 'moved';
create view public.v as select a from public.ft;

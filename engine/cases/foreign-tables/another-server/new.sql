create foreign data wrapper w;
create server s foreign data wrapper w;
create server r foreign data wrapper w;
create foreign table public.ft (a int) server r;
create view public.v as select a from public.ft;
comment on view public.v is 'kept';

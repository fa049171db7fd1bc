create foreign data wrapper w;
create foreign data wrapper x;
create server s type 'old' foreign data wrapper w;
create user mapping for public server s options (user 'u');
create foreign table public.ft (a int not null, b text default 'x') server s options (t 'y');
comment on foreign table public.ft is 'kept';
create view public.v as select a from public.ft;

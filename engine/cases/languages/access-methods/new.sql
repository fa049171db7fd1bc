create access method heap2 type table handler heap_tableam_handler;
create access method btree2 type index handler bthandler;
comment on access method heap2 is 'a second heap';
create table public.t (a int);
create table public.u (a int) using heap2;

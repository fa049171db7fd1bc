create table public.a (id int primary key, x int);
create table public.b (id int primary key, y int);
create table public.c (id int primary key);
create publication chosen for table public.b, public.c with (publish = 'insert', publish_via_partition_root = true);
create publication none;
comment on publication chosen is 'others';

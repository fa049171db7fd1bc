create table public.p (id int, primary key (id)) partition by range (id);
create table public.p1 partition of public.p for values from (0) to (10);
create table public."T x" (id int primary key);
create publication "Pub" for table public.p1, public."T x";
alter publication "Pub" set (publish_via_partition_root);

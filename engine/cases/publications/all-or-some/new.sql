create table public.t (a int primary key);
create publication p for table public.t;
comment on publication p is 'kept';

create table public.t (a int primary key);
create publication p for all tables;
comment on publication p is 'kept';

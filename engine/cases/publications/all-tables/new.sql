create table public.t (a int primary key);
create publication everything for all tables with (publish = 'insert, delete');
comment on publication everything is 'all of it';

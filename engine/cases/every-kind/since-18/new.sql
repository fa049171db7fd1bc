create schema app;
create extension btree_gist schema app;
create table app.t (
  id int constraint id_there not null,
  a int not null no inherit,
  v int generated always as (id + 1) virtual,
  during daterange not null,
  constraint t_pk primary key (id, during without overlaps),
  constraint loose check (a > 1) not enforced
);
comment on constraint id_there on app.t is 'a name';
create table app.x (id int primary key);
create table app.r (id int, during daterange, constraint r_fk foreign key (id, period during) references app.t (id, period during),
  other int, constraint quiet foreign key (other) references app.x (id) not enforced);
alter table app.x add column late int;
alter table app.x add constraint late_there not null late not valid;
create publication app_pub for table app.t with (publish_generated_columns = stored);

create table p (id int generated always as identity, at date not null, n text default 'q'); create index on p (at); create view v as select * from p;

create schema s;
create table s.t (id int);
create view s.v as select id from s.t;
create function s.f() returns int language sql as 'select 1';
create procedure s.p() language sql as 'select 1';
create type s.e as enum ('a');
create sequence s.q;
create aggregate s.agg(int) (sfunc = int4pl, stype = int);

create table p (a int) partition by list (a); create table p1 partition of p for values in (1); create function f() returns trigger language plpgsql as 'begin return new; end';

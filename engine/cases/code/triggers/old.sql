create table t (a int, b int); create function f() returns trigger language plpgsql as 'begin return new; end'; create trigger t1 before update on t for each row execute function f();

create function f() returns bigint language sql as 'select 1'; comment on function f() is 'c';

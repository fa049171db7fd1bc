create procedure p(a int) language plpgsql as 'begin end'; create function g() returns table (x int, y text) language sql as $$ select 1, 'a' $$;

create procedure p(a int, inout b int) language plpgsql as 'begin end'; create function g() returns setof int language sql begin atomic select 1; end;

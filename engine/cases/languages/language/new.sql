create trusted language plmine handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
comment on language plmine is 'mine';
create function public.f() returns int language plmine as 'begin return 1; end';
create table public.t (a int default public.f());

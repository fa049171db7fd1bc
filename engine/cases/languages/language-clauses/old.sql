create language plmine handler plpgsql_call_handler;
create function public.f() returns int language plmine as 'begin return 1; end';
create table public.t (a int default public.f());

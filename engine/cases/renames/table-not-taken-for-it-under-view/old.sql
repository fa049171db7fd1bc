create table public.visit (id integer, page integer constraint page_once unique, name text);
create view public.names as select name from public.visit;

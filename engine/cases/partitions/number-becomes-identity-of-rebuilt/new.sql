create table public.visit (site integer, id integer generated always as identity) partition by hash (site);
create table public.visit_1 partition of public.visit for values with (modulus 1, remainder 0);

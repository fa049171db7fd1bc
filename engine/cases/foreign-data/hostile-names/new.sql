create foreign data wrapper "W 1";
create server "S.1" foreign data wrapper "W 1" options ("a b" 'c');
create user mapping for public server "S.1" options ("user" 'x');
create foreign table public."f.t" ("a b" int options ("x y" 'z')) server "S.1" options ("select" 'from');
comment on column public."f.t"."a b" is 'it';
create table public.t (a int);

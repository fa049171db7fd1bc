create foreign data wrapper files options (debug 'true', "Mixed Case" 'it''s');
create server one type 'disk' version '1.0' foreign data wrapper files options (host 'a', path 'C:\x');
create user mapping for public server one;
create user mapping for postgres server one options (user 'me', password 'secret\''1');
comment on foreign data wrapper files is 'dummy';
comment on server one is 'first';
create table public.t (a int);

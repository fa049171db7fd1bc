create collation public.custom (provider = icu, locale = 'und', rules = '&V << w <<< W');
create table public.t (a int);

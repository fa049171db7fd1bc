create collation public.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
create collation public.same (provider = libc, lc_collate = 'POSIX', lc_ctype = 'POSIX');
create table public.t (a text collate public.mixed);

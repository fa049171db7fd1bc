create type public.sort as enum ('a', 'b');
create function public.hash(public.sort) returns int language sql immutable as 'select 1';
create operator class public.h for type public.sort using hash as operator 1 pg_catalog.= (anyenum, anyenum), function 1 hashenum(anyenum);

create function public.cmp48(a int, b bigint) returns int language sql immutable as 'select btint48cmp(a, b)';
create operator family public.mixed using btree;
alter operator family public.mixed using btree add operator 1 < (int, bigint), operator 2 <= (int, bigint), function 1 (int, bigint) public.cmp48(int, bigint);

create table public.t (id int primary key, a int, b text, secret text);
create publication p for table public.t (id, a);
create publication q for table public.t where (a > 1);

create table public.t (id int primary key, a int, b text, secret text);
create publication p for table public.t (id, b) where (id > 10 and b <> '') with (publish = 'insert');
create publication q for table public.t;

create table public.t (a int not null, b int constraint filled not null, c int);
comment on constraint filled on public.t is 'always there';

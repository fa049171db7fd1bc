create table public.t (a int not null, b int not null, c int not null);
comment on constraint t_a_not_null on public.t is 'goes';
comment on constraint t_c_not_null on public.t is 'goes with it';

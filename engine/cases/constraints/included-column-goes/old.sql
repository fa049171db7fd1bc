create table public.t (a integer, b integer, c boolean, constraint t_ab unique (a, b) include (c));

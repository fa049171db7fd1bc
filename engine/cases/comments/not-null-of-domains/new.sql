create domain public.d as int constraint d_there not null;
comment on constraint d_there on domain public.d is 'never empty';
create domain public.e as int constraint e_here not null;
create domain public.f as int;

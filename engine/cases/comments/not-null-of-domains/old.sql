create domain public.d as int not null;
create domain public.e as int constraint e_there not null;
create domain public.f as int constraint f_there not null;
comment on constraint f_there on domain public.f is 'goes with it';

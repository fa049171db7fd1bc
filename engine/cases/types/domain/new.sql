create domain d as int default 5 not null check (value > 0) constraint two check (value < 100); create table t (d d); comment on domain d is 'dd';

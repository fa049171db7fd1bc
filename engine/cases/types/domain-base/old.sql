create domain d as int check (value > 0); create table t (d d, ds d[]);

create table t (id int primary key, b int not null); create unique index u on t (b); alter table t replica identity using index u; alter table t cluster on t_pkey;

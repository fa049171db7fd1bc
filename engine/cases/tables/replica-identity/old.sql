create table t (id int primary key, b int not null); create unique index u on t (b);

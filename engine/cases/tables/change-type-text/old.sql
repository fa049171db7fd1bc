create table t (id int primary key, b text default '5', c varchar(10) collate "C");

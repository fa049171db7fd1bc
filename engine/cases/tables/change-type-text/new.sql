create table t (id int primary key, b int default 5, c varchar(20) collate "POSIX");

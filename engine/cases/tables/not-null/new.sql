create table t (id int not null, b text not null);

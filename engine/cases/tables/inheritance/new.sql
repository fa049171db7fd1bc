create table p (a bigint, b int default 4, z text); create table c (x int) inherits (p);

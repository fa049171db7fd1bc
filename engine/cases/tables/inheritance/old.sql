create table p (a int, b int default 3); create table c (x int) inherits (p);

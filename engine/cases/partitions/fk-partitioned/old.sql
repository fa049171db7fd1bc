create table r (id int primary key); create table p (a int, r int) partition by list (a); create table p1 partition of p for values in (1);

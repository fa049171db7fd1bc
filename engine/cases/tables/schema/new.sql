create schema s2; create table s2.t (id int primary key); create table u (id int references s2.t);

create schema s; create table s.t (id int primary key); create table u (id int references s.t);

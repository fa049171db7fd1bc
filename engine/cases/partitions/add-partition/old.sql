create table p (id int, at date, primary key (id, at)) partition by range (at); create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01'); create index pix on p (at);

create table p (id bigint not null default 3, at date, n text not null default 'x') partition by range (at); create table p1 partition of p for values from ('2026-01-01') to ('2026-02-01');

create table t (id int primary key, name text not null default 'x', check (id > 0)); create index on t (name);

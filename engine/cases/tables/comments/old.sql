create table t (id int primary key, b int); comment on table t is 'a'; comment on column t.id is 'i'; create index ix on t (b); comment on index ix is 'ii';

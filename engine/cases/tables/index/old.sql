create table t (a int, b text, c tsvector); create index i1 on t (a); create index i2 on t (b) where a > 0;

create table t (id int, g int generated always as (id + 2) stored, h int); create view v as select g from t;

create table t (id int, g int generated always as (id + 1) stored, h int generated always as (id) stored); create view v as select g from t;

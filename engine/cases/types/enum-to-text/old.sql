create type e as enum ('a', 'b'); create table t (e e default 'a');

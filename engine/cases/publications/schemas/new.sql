create schema one;
create schema two;
create table one.t (a int primary key);
create publication p for tables in schema two, table one.t;

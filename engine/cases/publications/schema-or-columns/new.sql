create schema one;
create table one.t (a int primary key, b int);
create publication p for table one.t (a);

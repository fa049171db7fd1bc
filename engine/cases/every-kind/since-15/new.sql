create schema app;
create table app.t (a int, b int, constraint nn unique nulls not distinct (a));
create unique index t_i on app.t (b) nulls not distinct;
create table app.r (a int, b int, foreign key (a) references app.t (a) on delete set null (a));
create view app.v with (security_invoker = true) as select a from app.t;
create publication app_pub for table app.t (a, b) where (a > 1);
create publication app_schemas for tables in schema app, public;
create collation app.fr (provider = icu, locale = 'fr-FR');

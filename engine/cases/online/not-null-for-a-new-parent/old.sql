CREATE TABLE c (id integer, b boolean, p integer);
CREATE TABLE kid (own integer) INHERITS (c);
CREATE TABLE kept (a integer);
CREATE MATERIALIZED VIEW m AS SELECT x AS whole FROM kept x;

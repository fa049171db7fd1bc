CREATE TABLE d (b boolean NOT NULL, p bigint);
CREATE TABLE kid (own integer) INHERITS (d);
CREATE TABLE kept (a bigint);
CREATE MATERIALIZED VIEW m AS SELECT x AS whole FROM kept x;

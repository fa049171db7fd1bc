CREATE TABLE parts (k integer, a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE other (a integer, b integer);
CREATE STATISTICS st ON a, b FROM other;

CREATE TABLE parts (k integer, a integer, b integer) PARTITION BY RANGE (k);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
CREATE TABLE other (a integer, b integer);
CREATE STATISTICS st ON a, b FROM parts;

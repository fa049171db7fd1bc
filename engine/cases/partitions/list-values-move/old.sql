CREATE TABLE sales (id int, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE sales_asia PARTITION OF sales FOR VALUES IN ('kr', 'jp', 'au');
CREATE TABLE sales_rest PARTITION OF sales FOR VALUES IN ('us');

CREATE TYPE region AS ENUM ('kr', 'us');
CREATE TABLE sales (id int, r region NOT NULL) PARTITION BY LIST (r);
CREATE TABLE sales_kr PARTITION OF sales FOR VALUES IN ('kr');

CREATE TYPE mood AS ENUM ('blue', 'ok', 'happy');
CREATE TABLE parts (k integer NOT NULL, e mood NOT NULL, n text, more date, CONSTRAINT n CHECK (n <> '')) PARTITION BY RANGE (k);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
CREATE TABLE parts_2 PARTITION OF parts DEFAULT;

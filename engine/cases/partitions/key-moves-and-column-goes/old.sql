CREATE TABLE visits (day int NOT NULL, place int NOT NULL, note text) PARTITION BY RANGE (day);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10);

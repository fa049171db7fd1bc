CREATE TABLE visits (site integer, page integer, mark integer) PARTITION BY LIST (site);
CREATE TABLE visits_1 PARTITION OF visits (CONSTRAINT has_page NOT NULL page, mark NOT NULL) FOR VALUES IN (1);
CREATE TABLE visits_2 PARTITION OF visits (PRIMARY KEY (mark)) FOR VALUES IN (2);
ALTER TABLE visits_2 ADD CONSTRAINT has_page_2 NOT NULL page NOT VALID;

CREATE TABLE visits (site integer, page integer, mark integer) PARTITION BY LIST (site);

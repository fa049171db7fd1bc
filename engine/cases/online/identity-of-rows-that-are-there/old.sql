CREATE TABLE visits (page text NOT NULL);
CREATE TABLE clicks (page text NOT NULL);

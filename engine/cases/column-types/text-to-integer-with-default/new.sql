CREATE TABLE settings (id int PRIMARY KEY, value int NOT NULL DEFAULT 10);

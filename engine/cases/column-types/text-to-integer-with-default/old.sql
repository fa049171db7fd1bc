CREATE TABLE settings (id int PRIMARY KEY, value text NOT NULL DEFAULT '10');

CREATE TABLE flags (id int PRIMARY KEY, active boolean DEFAULT true);

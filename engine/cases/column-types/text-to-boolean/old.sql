CREATE TABLE flags (id int PRIMARY KEY, active text DEFAULT 'true');

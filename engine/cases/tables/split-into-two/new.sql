CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE addresses (person_id int PRIMARY KEY REFERENCES people ON DELETE CASCADE, street text, city text);

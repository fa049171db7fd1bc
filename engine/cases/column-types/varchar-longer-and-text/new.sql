CREATE TABLE people (id int PRIMARY KEY, name varchar(200) NOT NULL, nick text, city varchar(3));
CREATE INDEX people_name_idx ON people (name varchar_pattern_ops);

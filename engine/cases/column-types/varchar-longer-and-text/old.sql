CREATE TABLE people (id int PRIMARY KEY, name varchar(20) NOT NULL, nick varchar(10), city char(3));
CREATE INDEX people_name_idx ON people (name varchar_pattern_ops);

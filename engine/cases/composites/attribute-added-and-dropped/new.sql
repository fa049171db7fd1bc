CREATE TYPE address AS (street text, city text, country char(2));
CREATE TABLE people (id int, home address);

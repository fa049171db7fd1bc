CREATE TYPE address AS (street text, zip text);
CREATE TABLE people (id int, home address);

CREATE TABLE cities (name text NOT NULL, population int DEFAULT 0 CHECK (population >= 0));
CREATE TABLE capitals (state char(2) UNIQUE NOT NULL) INHERITS (cities);
